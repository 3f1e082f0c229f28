package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackFormat.Content;
import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The relay of a mixed stream changed its state. The subscription's id is that of its notify config. */
final class AlibabaCallbackOfRelay {
    private static final int EVENT_TYPE = 1;
    private static final String CONTENT_TYPE = "application/json";

    private AlibabaCallbackOfRelay() {}

    /** The MsgId of a callback, the same in every attempt. */
    static String msgId(String callbackId) {
        return UUID.nameUUIDFromBytes(callbackId.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Content content(LiveEventReported event, Recipient recipient) {
        JsonNode data = AlibabaCallbackJson.data(event);
        ObjectNode body = AlibabaCallbackJson.object()
                .put("EventType", EVENT_TYPE)
                .put("MsgId", msgId(recipient.callbackId()))
                .put("AppId", data.path("appId").asString(""))
                .put("SubId", recipient.configId())
                .put("TaskId", data.path("taskId").asString(""))
                .put("CallbackTs", event.reportedAt().toEpochMilli());
        body.putObject("Payload")
                .put("DstUrl", data.path("dstUrl").asString(""))
                .put("EventTs", event.occurredAt().toEpochMilli())
                .put("EventCode", data.path("eventCode").asLong(0))
                .put("ErrorCode", data.path("errorCode").asLong(0))
                .put("ErrorMessage", data.path("errorMessage").asString(""));
        return new Content(CONTENT_TYPE, AlibabaCallbackJson.write(body));
    }
}
