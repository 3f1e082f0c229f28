package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues tokens and access keys, each known to every process on return. */
record Callers(Installation installation) {
    /** @param accountId null for the operator's */
    CurtaincallApi token(@Nullable String accountId, String role, String... domains) {
        CurtaincallApi operator = installation.asOperator();
        String path = accountId == null ? "/v1/operator-tokens" : "/v1/accounts/" + accountId + "/tokens";
        JsonNode issued = operator.send(operator.post(installation.config(), path, grant(role, domains)))
                .expect(201)
                .json();
        return known(installation.as(issued.path("token").asText()));
    }

    /** The same account by a key of its own. */
    Credentials.Account accessKey(Credentials.Account owner, String role, String... domains) {
        CurtaincallApi operator = installation.asOperator();
        String path = "/v1/accounts/" + owner.id() + "/access-keys";
        JsonNode issued = operator.send(operator.post(installation.config(), path, grant(role, domains)))
                .expect(201)
                .json();
        // a token that was issued later is known everywhere, so the key is
        token(owner.id(), "read");
        return new Credentials.Account(
                owner.id(),
                owner.token(),
                issued.path("accessKeyId").asText(),
                issued.path("accessKeySecret").asText(),
                owner.projectId());
    }

    CurtaincallApi known(CurtaincallApi caller) {
        await().atMost(Scene.SOON).pollInterval(Duration.ofMillis(20)).until(() -> isKnown(caller));
        return caller;
    }

    private boolean isKnown(CurtaincallApi caller) {
        return everywhere(caller).allMatch(status -> status != 401);
    }

    /** How each process answers to it. */
    Stream<Integer> everywhere(CurtaincallApi caller) {
        return Stream.of(
                        caller.get(installation.config(), "/v1/notify-configs"),
                        caller.get(installation.dispatch(), "/v1/on-demand-decisions/none"),
                        caller.get(installation.query(), "/v1/callback-records"),
                        caller.get(installation.front(), "/v1/callback-records"))
                .map(reply -> reply.status());
    }

    private static ObjectNode grant(String role, String... domains) {
        ObjectNode grant = JsonNodeFactory.instance.objectNode().put("role", role);
        List.of(domains).forEach(grant.withArray("domains")::add);
        if (domains.length == 0) grant.remove("domains");
        return grant;
    }
}
