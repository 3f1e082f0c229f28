package io.curtaincall.acceptance;

import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.testsupport.ReceivedRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What others prove themselves by, as they make it. */
final class Proofs {
    /** What says in DER that such a public key follows. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Proofs() {}

    /** An intake key as its owner has it. */
    record IntakeKey(String id, String secret) {
        static IntakeKey issue(Installation installation, CurtaincallApi account, String accountId) {
            String path = "/v1/accounts/" + accountId + "/intake-keys";
            HttpRequest request = account.request(installation.config(), path)
                    .POST(BodyPublishers.noBody())
                    .build();
            Reply issued = account.send(request).expect(201);
            return new IntakeKey(
                    issued.json().path("id").asText(),
                    issued.json().path("secret").asText());
        }

        /** The report of one event, with no other proof than the signature. */
        HttpRequest report(URI dispatch, String event) {
            String time = String.valueOf(Instant.now().getEpochSecond());
            String signature = HexFormat.of().formatHex(hmac("HmacSHA256", secret, time + "." + event));
            return HttpRequest.newBuilder(dispatch.resolve("/v1/live-events"))
                    .header("Content-Type", "application/cloudevents+json")
                    .header("X-Signature", "t=" + time + ",v1=" + signature)
                    .header("X-Signature-Key", id)
                    .POST(BodyPublishers.ofString(event))
                    .build();
        }
    }

    /** OvenMediaEngine's question whether a publisher may, which is signed. */
    static HttpRequest admission(URI dispatch, String path, String secret, String stream) {
        String body = """
                {"client":{"address":"192.0.2.1","port":52154},"request":{"direction":"incoming","protocol":"rtmp",\
                "status":"opening","url":"rtmp://media.example.com:1935/live/%s","time":"2026-11-21T20:32:32.719Z"}}""".formatted(stream);
        String signature = Base64.getUrlEncoder().encodeToString(hmac("HmacSHA1", secret, body));
        return HttpRequest.newBuilder(dispatch.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-OME-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** LiveKit's hook about an egress, with the token that it makes for these bytes. */
    static HttpRequest egress(URI dispatch, String path, String key, String secret) {
        String body = "{\"event\":\"egress_started\",\"id\":\"EV_" + System.nanoTime()
                + "\",\"egressInfo\":{\"egressId\":\"EG_1\",\"roomName\":\"room\",\"status\":\"EGRESS_STARTING\"}}";
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"iss\":\"" + key + "\",\"exp\":" + (Instant.now().getEpochSecond() + 300) + ",\"sha256\":\""
                + sha256(body) + "\"}";
        String signed = base64.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(dispatch.resolve(path))
                .header("Content-Type", "application/webhook+json")
                .header("Authorization", signed + "." + base64.encodeToString(hmac("HmacSHA256", secret, signed)))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Oryx's question, with the secret that it shows in clear. */
    static HttpRequest opaque(URI dispatch, String path, String secret) {
        String body = "{\"action\":\"on_publish\",\"opaque\":\"" + secret
                + "\",\"vhost\":\"v\",\"app\":\"live\",\"stream\":\"o\"}";
        return HttpRequest.newBuilder(dispatch.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** As a receiver verifies {@code v1a} of Standard Webhooks by a public key, which any of the signatures may be for. */
    static boolean isSignedBy(String publicKey, ReceivedRequest request) throws GeneralSecurityException {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        byte[] der = ByteBuffer.allocate(ED25519.length + raw.length)
                .put(ED25519)
                .put(raw)
                .array();
        Signature signature = Signature.getInstance("Ed25519");
        String content =
                request.header("webhook-id") + "." + request.header("webhook-timestamp") + "." + request.text();
        for (String one : String.valueOf(request.header("webhook-signature")).split(" ")) {
            if (!one.startsWith("v1a,")) continue;
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            if (signature.verify(Base64.getDecoder().decode(one.substring("v1a,".length())))) return true;
        }
        return false;
    }

    /** How an account asks for a token of Huawei Cloud's protocol. */
    static HttpRequest subjectToken(URI front, Credentials.Account account) {
        String identity = """
                {"auth":{"identity":{"methods":["hw_ak_sk"],"hw_ak_sk":{"access":{"key":"%s"},"secret":{"key":"%s"}}}}}""".formatted(account.accessKeyId(), account.accessKeySecret());
        return HttpRequest.newBuilder(front.resolve("/v3/auth/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(identity))
                .build();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
