package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The callbacks of ApsaraVideo Live: of recordings to the NotifyUrl, of mixed-stream relays to the CallbackUrl. */
final class AlibabaCallbackFormat implements CallbackFormat {
    /** Of this format in notify configs, for recordings and relays alike. */
    static final String NAME = "alibaba";

    /** Of the signature that a NotifyAuthKey asks for, in notify configs. */
    static final String SIGNING = "alibaba-live";

    /** Told of without NeedStatusNotify. */
    static final Set<Topic> FILE_TOPICS = Set.of(Topic.RECORDING_FILE_COMPLETED);

    /** Told of with NeedStatusNotify. */
    static final Set<Topic> ALL_TOPICS = Set.of(
            Topic.RECORDING_FILE_COMPLETED,
            Topic.RECORDING_STARTED,
            Topic.RECORDING_PAUSED,
            Topic.RECORDING_RESUMED,
            Topic.RECORDING_FAILED);

    /** Told of to those who subscribe to the relays of an application. */
    static final Set<Topic> RELAY_TOPICS = Set.of(Topic.MPU_STATE_CHANGED);

    private static final int ATTEMPTS = 1 + 5;
    private static final Preset PRESET =
            new Preset(Duration.ofSeconds(5), ATTEMPTS, Duration.ofSeconds(1), null, Success.ONLY_200);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return AlibabaCallbackTopics.KNOWN;
    }

    @Override
    public Content content(LiveEventReported event, Recipient recipient) {
        return switch (event.topic()) {
            case MPU_STATE_CHANGED -> AlibabaCallbackOfRelay.content(event, recipient);
            case RECORDING_FILE_COMPLETED -> AlibabaCallbackOfFile.content(event);
            default -> AlibabaCallbackOfStatus.content(event);
        };
    }

    @Override
    public Signed sign(Unsigned attempt) {
        String key = attempt.key();
        Map<String, String> headers =
                key == null ? Map.of() : AlibabaCallbackSignature.headers(attempt.host(), attempt.at(), key);
        return new Signed(headers, attempt.body());
    }

    @Override
    public Set<String> headers() {
        return AlibabaCallbackSignature.HEADERS;
    }

    @Override
    public Preset preset() {
        return PRESET;
    }
}
