package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.huawei.Route.Places;
import io.curtaincall.directory.Account;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells an SDK that was given a region and no project id the account's one project, whatever the region is called. */
@Component
final class KeystoneListProjects extends Operation {
    private static final int LONGEST_NAME = 64;
    private static final JsonMapper JSON = new JsonMapper();

    private final Gate gate;

    KeystoneListProjects(Gate gate) {
        super(new Declaration("KeystoneListProjects", "GET", new Route("/v3/projects"), 200));
        this.gate = gate;
    }

    @Override
    Answer answer(ApiRequest request, Places places) {
        Account account = gate.identify(request).account();
        gate.requireQuota(account, declaration());
        String name =
                new QueryParameters(request.query()).text("name", LONGEST_NAME).orElseGet(account::projectId);
        ObjectNode view = JSON.createObjectNode();
        view.putArray("projects")
                .addObject()
                .put("id", account.projectId())
                .put("name", name)
                .put("domain_id", account.accountId().value())
                .put("parent_id", account.accountId().value())
                .put("description", "")
                .put("is_domain", false)
                .put("enabled", true);
        return new Answer(view);
    }
}
