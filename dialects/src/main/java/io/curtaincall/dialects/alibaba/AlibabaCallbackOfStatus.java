package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackFormat.Content;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import tools.jackson.databind.node.ObjectNode;

/** What became of a recording: four fields, whatever it is. */
final class AlibabaCallbackOfStatus {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private AlibabaCallbackOfStatus() {}

    static Content content(LiveEventReported event) {
        ObjectNode body = subject(event).put("event", name(event));
        return new Content(CONTENT_TYPE, AlibabaCallbackJson.write(body));
    }

    static ObjectNode subject(LiveEventReported event) {
        return AlibabaCallbackJson.object()
                .put("domain", event.domain())
                .put("app", event.app())
                .put("stream", event.stream());
    }

    private static String name(LiveEventReported event) {
        return switch (event.topic()) {
            case RECORDING_STARTED -> "record_started";
            case RECORDING_PAUSED -> "record_paused";
            case RECORDING_RESUMED -> "record_resumed";
            case RECORDING_FAILED -> AlibabaCallbackTopics.failure(AlibabaCallbackJson.data(event));
            default -> throw new IllegalArgumentException("no callback tells of " + event.topic());
        };
    }
}
