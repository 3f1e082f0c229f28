package io.curtaincall.dispatch.delivery;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A format whose signature stands in the body, with the time of the attempt. */
public final class SignedWithin implements CallbackFormat {
    static final String NAME = "signed-within";

    static String sign(String key, String time) {
        return Hashes.sha256Hex(key + time);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return Topic.ALL_RECORDING;
    }

    @Override
    public Content content(LiveEventReported event, Recipient recipient) {
        return new Content("application/json", "{\"stream\":\"" + event.stream() + "\"}");
    }

    @Override
    public Signed sign(Unsigned attempt) {
        Map<String, String> headers = Map.of("X-Scheme", attempt.scheme());
        String key = attempt.key();
        if (key == null) return new Signed(headers, attempt.body());
        String time = attempt.at().toString();
        String proof = ",\"t\":\"" + time + "\",\"sign\":\"" + sign(key, time) + "\"}";
        return new Signed(headers, attempt.body().replace("}", proof));
    }

    @Override
    public Preset preset() {
        return new Preset(Duration.ofSeconds(10), 4, Duration.ofMillis(50), null, Success.ONLY_200);
    }
}
