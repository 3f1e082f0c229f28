package io.curtaincall.dialects.volcengine;

import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The envelope of every callback: common fields in {@code data}, those of the event in {@code data.detail}. */
final class CallbackBody {
    /** Stands in a body as it is planned; no text in JSON can hold it, as its quotes would be escaped. */
    private static final String UNSIGNED = "\"sign\":\"\",\"t\":0,";

    private CallbackBody() {}

    static String of(LiveEventReported event) {
        EventType type = EventType.of(event.topic())
                .orElseThrow(() -> new IllegalArgumentException("no callback tells of " + event.topic()));
        ObjectNode whole = CallbackJson.object().put("code", 0).put("message", "ok");
        ObjectNode data = whole.putObject("data")
                .put("vhost", event.domain())
                .put("domain", event.domain())
                .put("app", event.app())
                .put("stream", event.stream());
        if (type == EventType.PUSH_START) data.put("priority", 0).put("backup_count", "1");
        data.put("event_type", type.wireName()).put("sign", "").put("t", 0);
        data.set("detail", CallbackDetail.of(event, type));
        return CallbackJson.write(whole);
    }

    /** The same body with the signature that an attempt at this time has. */
    static String signed(String body, Instant at, String key) {
        int place = body.indexOf(UNSIGNED);
        if (place < 0) throw new IllegalArgumentException("no body of this format");
        CallbackSignature signature = CallbackSignature.at(at, key);
        return body.substring(0, place)
                + "\"sign\":\"" + signature.sign() + "\",\"t\":" + signature.expiry() + ","
                + body.substring(place + UNSIGNED.length());
    }
}
