package io.curtaincall.acceptance;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What others prove themselves by, as they make it. */
final class Proofs {
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
