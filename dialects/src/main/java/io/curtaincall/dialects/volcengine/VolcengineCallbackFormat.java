package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The callbacks of Volcengine Live, with the signature in the body. */
final class VolcengineCallbackFormat implements CallbackFormat {
    /** Of this format in notify configs. */
    static final String NAME = "volcengine";

    /** Of the signature that AuthEnable asks for, in notify configs. */
    static final String SIGNING = "volcengine-live";

    private static final int ATTEMPTS = 1 + 3;

    /** The vendor goes on until ten minutes after the first attempt, and does not say how often. */
    private static final List<Duration> SCHEDULE = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(90),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    private static final Preset PRESET = new Preset(
            Duration.ofSeconds(4), ATTEMPTS, Duration.ofSeconds(3), SCHEDULE, Duration.ofMinutes(10), Success.ONLY_200);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return EventType.ALL_TOPICS;
    }

    @Override
    public Content content(LiveEventReported event, Recipient recipient) {
        return new Content("application/json", CallbackBody.of(event));
    }

    @Override
    public Signed sign(Unsigned attempt) {
        String key = attempt.key();
        return new Signed(
                Map.of(), key == null ? attempt.body() : CallbackBody.signed(attempt.body(), attempt.at(), key));
    }

    @Override
    public boolean ownAppOnly() {
        return true;
    }

    @Override
    public Preset preset() {
        return PRESET;
    }
}
