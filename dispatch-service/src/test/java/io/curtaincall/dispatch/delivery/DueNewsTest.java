package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Subject;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome.Interrupted;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class DueNewsTest {
    private static final NotifyConfigId CONFIG = new NotifyConfigId("c");
    private static final LiveEventKey KEY = LiveEventKey.of("s", "1");
    private static final CallbackId CALLBACK = CallbackId.of(KEY, CONFIG);

    @Test
    void of_an_attempt_only_what_the_due_list_needs_is_held() {
        assertThat(DueNews.of(message(attempted())).getPayload())
                .isEqualTo(new DueNews.Attempted(
                        CALLBACK, CONFIG, 2, new Delivered(), 1, new AccountId("acme"), Instant.EPOCH));
    }

    @Test
    void what_the_due_list_does_not_ask_for_keeps_its_place_and_nothing_else() {
        TrackedEventMessage<?> message = message("a live event of 64 KiB");

        TrackedEventMessage<?> news = DueNews.of(message);

        assertThat(news.getPayload()).isEqualTo(new DueNews.Nothing());
        assertThat(news.trackingToken()).isEqualTo(message.trackingToken());
        assertThat(news.getTimestamp()).isEqualTo(message.getTimestamp());
    }

    private static CallbackAttempted attempted() {
        Subject subject = new Subject(
                new AccountId("acme"), CONFIG, 1, KEY, "s", "1", Topic.RECORDING_OVER, "d.example", "app", "stream");
        Timing timing = new Timing(Instant.EPOCH, null, null, 0);
        return new CallbackAttempted(CALLBACK, 2, subject, null, null, timing, new Interrupted("x"), new Delivered());
    }

    private static TrackedEventMessage<?> message(Object payload) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(7), GenericEventMessage.asEventMessage(payload));
    }
}
