package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The recording messages of Huawei Cloud Live. */
final class HuaweiCallbackFormat implements CallbackFormat {
    /** Of this format in notify configs. */
    static final String NAME = "huawei";

    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    /** From an attempt until its {@code auth_timestamp}. */
    static final Duration VALIDITY = Duration.ofHours(1);

    private static final int ATTEMPTS = 3;
    private static final Preset PRESET =
            new Preset(Duration.ofSeconds(5), ATTEMPTS, Duration.ofSeconds(1), null, Success.ONLY_200);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return EventType.topics(List.of(EventType.values()));
    }

    @Override
    public List<String> messages(LiveEventReported event, Map<String, String> wording) {
        List<EventType> types = EventType.of(event.topic(), RecordCallback.events(wording));
        return types.size() <= 1
                ? List.of(Recipient.ONLY_MESSAGE)
                : types.stream().map(EventType::name).toList();
    }

    private static EventType type(LiveEventReported event, Recipient recipient) {
        return EventType.of(event.topic(), RecordCallback.events(recipient.wording())).stream()
                .filter(type -> recipient.message().equals(Recipient.ONLY_MESSAGE)
                        || recipient.message().equals(type.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message tells of " + event.topic()));
    }

    @Override
    public Content content(LiveEventReported event, Recipient recipient) {
        Map<String, String> wording = recipient.wording();
        EventType type = type(event, recipient);
        JsonNode data = HuaweiCallbackJson.data(event);
        ObjectNode body =
                HuaweiCallbackJson.object().put("project_id", wording.getOrDefault(RecordCallback.PROJECT, ""));
        if (type.isOfFile()) body.put("job_id", HuaweiCallbackIds.job(event, data));
        body.put("task_id", HuaweiCallbackIds.task(data))
                .put("event_type", type.name())
                .put("publish_domain", event.domain())
                .put("app", event.app())
                .put("stream", event.stream())
                .put("record_format", HuaweiCallbackOfFile.format(data.path("file")));
        if (type == EventType.RECORD_FILE_COMPLETE) HuaweiCallbackOfFile.addTo(body, event, data);
        return new Content(CONTENT_TYPE, HuaweiCallbackJson.write(body));
    }

    /** The signature goes after all else, so that what was planned stays as it is. */
    @Override
    public Signed sign(Unsigned attempt) {
        String key = attempt.key();
        if (key == null) return new Signed(Map.of(), attempt.body());
        String expiry = Long.toString(attempt.at().plus(VALIDITY).getEpochSecond());
        JsonNode message = HuaweiCallbackJson.read(attempt.body());
        String sign = SignType.ofScheme(attempt.scheme()).hex(key, expiry, message);
        String open = attempt.body().substring(0, attempt.body().lastIndexOf('}'));
        return new Signed(Map.of(), open + ",\"auth_sign\":\"" + sign + "\",\"auth_timestamp\":" + expiry + "}");
    }

    /** An application that has a configuration of its own is told by that one alone. */
    @Override
    public boolean ownAppOnly() {
        return true;
    }

    @Override
    public Preset preset() {
        return PRESET;
    }
}
