package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells a domain's configs. Keys are told in clear: they are the account's own, and its clients write back what they read. */
@Component
final class DescribeCallback extends Operation<DialectConfigs> {
    private final OwnDomains domains;

    DescribeCallback(ObjectProvider<DialectConfigs> configs, OwnDomains domains) {
        super(Declaration.reading("DescribeCallback", 10), configs);
        this.domains = domains;
    }

    @Override
    Optional<ObjectNode> answer(Call call) {
        CallbackChoice choice = CallbackChoice.of(call.parameters());
        domains.require(call.admitted(), choice.domain());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode list = result.putArray("CallbackList");
        port(call).all(call.account(), VolcengineCallbackFormat.NAME).stream()
                .filter(kept -> choice.covers(kept.config().scope()))
                .forEach(kept -> item(list.addObject(), kept));
        return Optional.of(result);
    }

    private static void item(ObjectNode item, Kept kept) {
        DialectConfig config = kept.config();
        String app = config.scope().app();
        item.put("MessageType", config.scope().part())
                .put("Vhost", config.scope().domain())
                .put("App", app.equals(CallbackChoice.ALL_APPS) ? "" : app)
                .put(
                        "TranscodeCallback",
                        Integer.parseInt(config.wording().getOrDefault(CallbackForm.TRANSCODED, "0")));
        item.putArray("CallbackDetailList")
                .addObject()
                .put("CallbackType", "http")
                .put("URL", config.url());
        item.put("CreateTime", Timestamps.format(kept.addedAt(), Timestamps.USUAL_OFFSET))
                .put("CreateTimeUTC", Timestamps.format(kept.addedAt(), ZoneOffset.UTC))
                .put("AuthEnable", !config.signing().equals(CallbackForm.UNSIGNED))
                .put("AuthKeyPrimary", Objects.requireNonNullElse(config.key(), ""));
    }
}
