package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatelyFinishedTest {
    private static final CallbackId FIRST = callback("first");
    private static final CallbackId SECOND = callback("second");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final LatelyFinished finished = new LatelyFinished(Duration.ofSeconds(8), nanos::get);

    @Test
    void what_was_finished_is_known_for_as_long_as_the_due_list_may_be_behind_and_not_longer() {
        finished.add(FIRST);
        pass(5);
        finished.add(SECOND);
        assertThat(finished.contains(FIRST)).isTrue();
        pass(4);
        assertThat(finished.contains(FIRST)).isFalse();
        assertThat(finished.contains(SECOND)).isTrue();
        pass(5);
        assertThat(finished.contains(SECOND)).isFalse();
    }

    @Test
    void nothing_else_is_known() {
        finished.add(FIRST);
        assertThat(finished.contains(SECOND)).isFalse();
    }

    @Test
    void what_is_finished_twice_is_forgotten_once() {
        finished.add(FIRST);
        pass(5);
        finished.add(FIRST);
        pass(4);
        assertThat(finished.contains(FIRST)).isFalse();
        finished.add(FIRST);
        assertThat(finished.contains(FIRST)).isTrue();
    }

    private static CallbackId callback(String config) {
        return CallbackId.of(LiveEventKey.of("urn:test", "1"), new NotifyConfigId(config));
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
