package io.curtaincall.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.testsupport.LiveEvents;
import java.net.URI;

/** What one account has of everything, for others to ask for; what can be taken away is made anew for each. */
final class OwnThings {
    private final Installation installation;
    private final Credentials.Account owner;
    private final CurtaincallApi api;
    private final Scene scene;
    private final String callbackId;
    private final String decisionId;

    OwnThings(Installation installation) {
        this.installation = installation;
        owner = Accounts.open(installation);
        api = new Callers(installation).known(installation.as(owner.token()));
        scene = Scene.of(api, installation);
        callbackId = scene.report(scene.started()).at("/callbacks/0/callbackId").asText();
        decisionId = created(installation.dispatch(), "/v1/on-demand-decisions", stream(), "/id");
    }

    Installation installation() {
        return installation;
    }

    Credentials.Account owner() {
        return owner;
    }

    /** As its owner. */
    CurtaincallApi api() {
        return api;
    }

    Scene scene() {
        return scene;
    }

    String domain() {
        return scene.domain();
    }

    String callbackId() {
        return callbackId;
    }

    String decisionId() {
        return decisionId;
    }

    String account() {
        return "/v1/accounts/" + owner.id();
    }

    ObjectNode stream() {
        return object().put("domain", domain()).put("app", "live").put("stream", "asked");
    }

    ObjectNode config() {
        return object().put("accountId", owner.id())
                .put("domain", domain())
                .put("url", scene.receiver().url("/more"));
    }

    ObjectNode hookSource() {
        return object().put("kind", "nginx-rtmp").put("domain", domain()).put("node", "edge");
    }

    ObjectNode reader() {
        return object().put("role", "read");
    }

    String event() {
        return LiveEvents.over(domain(), "live", "demo").json();
    }

    String freshConfig() {
        return "/v1/notify-configs/" + created(installation.config(), "/v1/notify-configs", config(), "/id");
    }

    String freshHookSource() {
        return "/v1/hook-sources/" + created(installation.config(), "/v1/hook-sources", hookSource(), "/id");
    }

    /** @param kind {@code tokens} or {@code access-keys} */
    String freshCredential(String kind) {
        String path = account() + "/" + kind;
        return path + "/" + created(installation.config(), path, reader(), "/id");
    }

    /** The keys of the account, none of which is left: it may have two. */
    String roomForIntakeKeys() {
        CurtaincallApi operator = installation.asOperator();
        String path = account() + "/intake-keys";
        JsonNode keys = operator.get(installation.config(), path).expect(200).json();
        for (JsonNode key : keys.path("intakeKeys")) {
            String one = path + "/" + key.path("id").asText();
            operator.send(operator.request(installation.config(), one).DELETE().build())
                    .expect(204);
        }
        return path;
    }

    String freshIntakeKey() {
        String path = roomForIntakeKeys();
        return path + "/" + created(installation.config(), path, object(), "/id");
    }

    String freshOperatorToken() {
        CurtaincallApi operator = installation.asOperator();
        String path = "/v1/operator-tokens";
        JsonNode issued = operator.send(operator.post(installation.config(), path, reader()))
                .expect(201)
                .json();
        return path + "/" + issued.path("id").asText();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private String created(URI process, String path, JsonNode body, String pointer) {
        var reply = api.send(api.post(process, path, body));
        if (reply.status() / 100 != 2) throw new IllegalStateException(reply.toString());
        return reply.json().at(pointer).asText();
    }
}
