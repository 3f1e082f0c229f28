package io.curtaincall.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.acceptance.planted.Secrets;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One of everything that has a secret, asked for as its owner does. Secrets that are made are shown by the answers of
 * these requests, which are kept by the operation asked for: nobody else is to show any.
 */
final class PlantedThings {
    static final String ED25519 = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    static final String SERVER_SECRET = "planted-hook-server-secret";

    private final Installation installation;
    private final Secrets secrets;
    private final String account;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Map<String, String> hookPaths = new HashMap<>();
    private String rotatedAway = "";

    PlantedThings(Installation installation, Secrets secrets) {
        this.installation = installation;
        this.secrets = secrets;
        this.account = "/v1/accounts/" + installation.credentials().account().id();
    }

    /** Whole answers, by what was asked for. */
    Map<String, String> shown() {
        return shown;
    }

    /** What a media server of the kind is told to post to. */
    String hookPath(String kind) {
        return Objects.requireNonNull(hookPaths.get(kind), kind);
    }

    /** A token that holds no more. */
    String rotatedAway() {
        return rotatedAway;
    }

    /** Tokens and keys, each issued and rotated, of which the first holds no more. */
    void credentials() {
        ObjectNode reader = OwnThings.object().put("role", "read-bodies");
        rotatedAway = issueAndRotate(account + "/tokens", "/v1/accounts/{id}/tokens", "/token", reader);
        issueAndRotate(account + "/access-keys", "/v1/accounts/{id}/access-keys", "/accessKeySecret", reader);
        issueAndRotate("/v1/operator-tokens", "/v1/operator-tokens", "/token", reader);
    }

    private String issueAndRotate(String path, String operation, String pointer, ObjectNode grant) {
        JsonNode issued = post("POST " + operation, path, grant);
        plant("issued by " + operation, issued.at(pointer));
        String rotate = path + "/" + issued.path("id").asText() + "/rotate";
        JsonNode rotated = post(
                "POST " + operation + "/{id}/rotate", rotate, OwnThings.object().put("overlap", "0"));
        plant("rotated by " + operation, rotated.at(pointer));
        return issued.at(pointer).asText();
    }

    /** A config by what it is called for, whose signing key is made or brought along, and then rotated. */
    String config(String name, ObjectNode config) {
        JsonNode added = post("POST /v1/notify-configs, " + name, "/v1/notify-configs", config);
        plant("signing secret, " + name, added.at("/signing/secret"));
        String path = "/v1/notify-configs/" + added.path("id").asText();
        JsonNode rotated = shown(
                "POST /v1/notify-configs/{id}/rotate-key, " + name,
                installation
                        .asDemo()
                        .request(installation.config(), path + "/rotate-key")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "1")
                        .POST(BodyPublishers.ofString("{\"overlap\":\"1h\"}"))
                        .build());
        plant("rotated signing secret, " + name, rotated.at("/signing/secret"));
        return path;
    }

    void hookSource(String kind, String domain, String... more) {
        ObjectNode source =
                OwnThings.object().put("kind", kind).put("domain", domain).put("node", "node-1");
        for (int i = 0; i < more.length; i += 2) source.put(more[i], more[i + 1]);
        String path = post("POST /v1/hook-sources, " + kind, "/v1/hook-sources", source)
                .path("path")
                .asText();
        hookPaths.put(kind, path);
        secrets.plant("URL of a hook source, " + kind, path.substring(path.lastIndexOf('/') + 1));
    }

    Proofs.IntakeKey intakeKey() {
        JsonNode issued = post("POST /v1/accounts/{id}/intake-keys", account + "/intake-keys", OwnThings.object());
        plant("intake key", issued.path("secret"));
        return new Proofs.IntakeKey(
                issued.path("id").asText(), issued.path("secret").asText());
    }

    /** Another account, as its answer tells it. */
    JsonNode otherAccount() {
        JsonNode opened = post("POST /v1/accounts", "/v1/accounts", OwnThings.object());
        plant("another account's token", opened.path("token"));
        plant("another account's access key", opened.path("accessKeySecret"));
        return opened;
    }

    /** A token of a dialect's, which is shown in a header. */
    String subjectToken(HttpRequest request) {
        Reply reply = installation.asDemo().send(request).expect(201);
        String token = reply.header("X-Subject-Token").orElseThrow();
        shown.put("POST /v3/auth/tokens", whole(reply));
        secrets.plant("token of a dialect", token);
        return token;
    }

    private void plant(String name, JsonNode secret) {
        secrets.plant(name, secret.asText());
    }

    private JsonNode post(String operation, String path, JsonNode body) {
        boolean operators = path.equals("/v1/accounts") || path.startsWith("/v1/operator-tokens");
        CurtaincallApi caller = operators ? installation.asOperator() : installation.asDemo();
        return shown(operation, caller.post(installation.config(), path, body));
    }

    private JsonNode shown(String operation, HttpRequest request) {
        Reply reply = installation.asOperator().send(request); // the request says itself who asks
        if (reply.status() / 100 != 2) throw new IllegalStateException(reply.toString());
        shown.put(operation, whole(reply));
        return reply.json();
    }

    private static String whole(Reply reply) {
        return reply.response().headers().map() + "\n" + reply.text();
    }
}
