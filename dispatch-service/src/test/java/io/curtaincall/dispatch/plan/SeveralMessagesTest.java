package io.curtaincall.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeveralMessagesTest {
    private static final AccountId OWNER = new AccountId("acme");
    private static final NotifyConfigId CONFIG = new NotifyConfigId("nc_1");
    private static final LiveEventKey KEY = LiveEventKey.of("/nodes/edge-1", "1");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void each_message_of_an_event_is_a_callback_of_its_own_with_an_id_that_stays() {
        assertThat(plan().callbacks())
                .extracting(PlannedCallback::callbackId)
                .containsExactly(CallbackId.of(KEY, CONFIG, "begun"), CallbackId.of(KEY, CONFIG, "file begun"))
                .doesNotHaveDuplicates()
                .doesNotContain(CallbackId.of(KEY, CONFIG));
        assertThat(plan().callbacks())
                .extracting(callback ->
                        callback.content() == null ? "" : callback.content().body())
                .containsExactly("begun", "file begun");
        assertThat(plan()).isEqualTo(plan());
    }

    private static DispatchPlanned plan() {
        LiveEventReported event = new LiveEventReported(
                KEY,
                "/nodes/edge-1",
                "1",
                Topic.RECORDING_STARTED,
                "live.example.com",
                "live",
                "demo",
                OWNER,
                "{}",
                NOON,
                NOON);
        NotifyConfigVersion config = new NotifyConfigVersion(
                CONFIG,
                1,
                OWNER,
                "live.example.com",
                "*",
                "https://customer.example/",
                Set.of(Topic.RECORDING_STARTED),
                "talkative",
                new Signing(Signing.NONE, null),
                true);
        return new DispatchPlanner(new CallbackFormats(Stream.of(new Talkative())))
                .plan(event, List.of(config), 7, new NodeId("node-1"), NOON);
    }

    private static final class Talkative implements CallbackFormat {
        @Override
        public String name() {
            return "talkative";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.RECORDING_STARTED);
        }

        @Override
        public List<String> messages(LiveEventReported event, Map<String, String> wording) {
            return List.of("begun", "file begun");
        }

        @Override
        public Content content(LiveEventReported event, Recipient recipient) {
            return new Content("text/plain", recipient.message());
        }

        @Override
        public Signed sign(Unsigned attempt) {
            return new Signed(Map.of(), attempt.body());
        }

        @Override
        public Preset preset() {
            return new Preset(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), null, Success.ANY_2XX);
        }
    }
}
