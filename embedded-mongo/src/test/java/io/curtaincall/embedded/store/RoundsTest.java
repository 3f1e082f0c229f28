package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void a_round_that_fails_does_not_end_the_rounds() {
        Runnable oftenFailing = () -> {
            if (count.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("the disk is full");
            }
        };
        try (Rounds rounds = new Rounds("test", Duration.ofMillis(1), oftenFailing)) {
            rounds.start();
            await().until(() -> count.get() > 10);
        }
    }

    @Test
    void nothing_goes_on_after_closing() {
        Rounds rounds = new Rounds("test", Duration.ofMillis(1), count::incrementAndGet);
        rounds.start();
        await().until(() -> count.get() > 0);
        rounds.close();

        int atClosing = count.get();
        await().during(Duration.ofMillis(50)).until(() -> count.get() == atClosing);
        assertThat(count).hasValue(atClosing);
    }
}
