package io.curtaincall.dialects.alibaba;

import io.curtaincall.events.live.Topic;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What ApsaraVideo Live calls the things that happen: the {@code event} of a body, the NotifyType of a record. */
final class AlibabaCallbackTopics {
    static final Set<Topic> KNOWN = Stream.concat(
                    AlibabaCallbackFormat.ALL_TOPICS.stream(), AlibabaCallbackFormat.RELAY_TOPICS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final String FAILED = "record_error";

    /** Kinds of failure that have a name of their own; a control plane says which by {@code data.error.code}. */
    private static final Set<String> FAILURES = Set.of(FAILED, "record_force_transcode_fail", "transformat_error");

    private AlibabaCallbackTopics() {}

    /**
     * The NotifyType of a record; that of a failure is told apart by what the receiver was sent. What the vendor has no
     * name for keeps ours.
     */
    static String notifyType(Topic topic, String requestBody) {
        return switch (topic) {
            case RECORDING_FILE_COMPLETED -> "file_created";
            case RECORDING_STARTED -> "record_started";
            case RECORDING_PAUSED -> "record_paused";
            case RECORDING_RESUMED -> "record_resumed";
            case RECORDING_FAILED -> failureIn(requestBody);
            default -> topic.wireName();
        };
    }

    /** Of a failure, by the code that the control plane gave it. */
    static String failure(JsonNode data) {
        String code = data.path("error").path("code").asString("").toLowerCase(Locale.ROOT);
        return FAILURES.contains(code) ? code : FAILED;
    }

    /** A body of this format names it; one of another format has what the control plane said. */
    private static String failureIn(String requestBody) {
        try {
            JsonNode body = AlibabaCallbackJson.read(requestBody);
            String event = body.path("event").asString("");
            return FAILURES.contains(event) ? event : failure(body.path("data"));
        } catch (JacksonException e) {
            return FAILED;
        }
    }
}
