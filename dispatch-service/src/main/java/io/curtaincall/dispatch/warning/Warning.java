package io.curtaincall.dispatch.warning;

import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the operator is sent, as a CloudEvent; the receiver's address stays out, as it may hold what nobody else should see. */
final class Warning {
    private static final JsonMapper JSON = new JsonMapper();

    private Warning() {}

    static String of(String id, NotifyConfigDisabled event) {
        NotifyConfigVersion config = event.config();
        ObjectNode warning = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "/curtaincall")
                .put("type", "io.curtaincall.notify-config.disabled.v1")
                .put("time", event.disabledAt().toString())
                .put("subject", config.configId().value())
                .put("datacontenttype", "application/json");
        warning.putObject("data")
                .put("configId", config.configId().value())
                .put("version", config.version())
                .put("accountId", config.accountId().value())
                .put("domain", config.domain())
                .put("app", config.app())
                .put("reason", event.reason());
        return JSON.writeValueAsString(warning);
    }
}
