package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.huawei.Identities.Proven;
import io.curtaincall.dialects.huawei.Route.Places;
import io.curtaincall.dialects.huawei.SubjectTokens.Issued;
import io.curtaincall.directory.Account;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives whoever proves to be an account a token for a day, for requests that are not signed. */
@Component
final class KeystoneCreateUserToken extends Operation {
    private static final JsonMapper JSON = new JsonMapper();

    private final Identities identities;
    private final SubjectTokens tokens;
    private final Gate gate;

    KeystoneCreateUserToken(Identities identities, SubjectTokens tokens, Gate gate) {
        super(new Declaration("KeystoneCreateUserToken", "POST", new Route("/v3/auth/tokens"), 201));
        this.identities = identities;
        this.tokens = tokens;
        this.gate = gate;
    }

    @Override
    Answer answer(ApiRequest request, Places places) {
        Identity identity = Identity.of(JsonFields.of(request));
        Proven proven = identities.proven(identity);
        Account account = proven.account();
        gate.requireQuota(account, declaration());
        Issued issued = tokens.issue(account.accountId(), proven.credential());
        return new Answer(view(account, identity, issued), Map.of("X-Subject-Token", issued.token()));
    }

    private static ObjectNode view(Account account, Identity identity, Issued issued) {
        String id = account.accountId().value();
        ObjectNode view = JSON.createObjectNode();
        ObjectNode token = view.putObject("token")
                .put("expires_at", UtcTime.precise(issued.expiresAt()))
                .put("issued_at", UtcTime.precise(issued.issuedAt()));
        token.putArray("methods").add(identity.method());
        token.putArray("catalog");
        token.putArray("roles");
        token.putObject("user").put("id", id).put("name", id).set("domain", named(id));
        token.putObject("project")
                .put("id", account.projectId())
                .put("name", account.projectId())
                .set("domain", named(id));
        return view;
    }

    private static ObjectNode named(String id) {
        return JSON.createObjectNode().put("id", id).put("name", id);
    }
}
