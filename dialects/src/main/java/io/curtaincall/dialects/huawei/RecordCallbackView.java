package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.DialectConfigs.Kept;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes recording callback configurations. The key is never told. */
final class RecordCallbackView {
    private static final JsonMapper JSON = new JsonMapper();

    private RecordCallbackView() {}

    static ObjectNode of(Kept kept) {
        RecordCallback callback = RecordCallback.of(kept.config());
        ObjectNode view = JSON.createObjectNode()
                .put("id", kept.id())
                .put("publish_domain", callback.scope().domain())
                .put("app", callback.app());
        if (!callback.url().isEmpty()) view.put("notify_callback_url", callback.url());
        ArrayNode events = view.putArray(RecordCallback.EVENTS);
        callback.told().forEach(event -> events.add(event.name()));
        return view.put(RecordCallback.SIGN_TYPE, callback.signType().name())
                .put("create_time", UtcTime.format(kept.addedAt()))
                .put("update_time", UtcTime.format(kept.changedAt()));
    }

    static ObjectNode of(List<Kept> page, int total) {
        ObjectNode view = JSON.createObjectNode().put("total", total);
        ArrayNode callbacks = view.putArray("callback_config");
        page.forEach(kept -> callbacks.add(of(kept)));
        return view;
    }
}
