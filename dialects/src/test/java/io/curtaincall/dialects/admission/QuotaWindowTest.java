package io.curtaincall.dialects.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuotaWindowTest {
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();

    @Test
    void one_process_admits_exactly_the_limit_and_then_the_next_second_begins_anew() {
        for (int limit = 1; limit <= 120; limit++) {
            taken.set(0);
            QuotaWindow window = window();
            assertThat(admitted(window, 7, limit, 200)).isEqualTo(limit);
            taken.set(0);
            assertThat(admitted(window, 8, limit, 200)).isEqualTo(limit);
        }
    }

    @Test
    void who_calls_seldom_asks_nobody_and_who_calls_too_often_asks_few_times() {
        QuotaWindow window = window();
        assertThat(admitted(window, 7, 100, 10)).isEqualTo(10);
        assertThat(asked).hasValue(0);
        assertThat(admitted(window, 7, 100, 10_000)).isEqualTo(90);
        assertThat(asked).hasValueLessThanOrEqualTo(10);
    }

    @Property(tries = 200)
    void several_processes_together_admit_at_least_what_is_asked_of_busy_ones_and_little_more_than_the_limit(
            @ForAll @IntRange(min = 1, max = 200) int limit,
            @ForAll @Size(max = 600) List<@IntRange(min = 0, max = 2) Integer> callers) {
        taken.set(0);
        List<QuotaWindow> processes = new ArrayList<>(List.of(window(), window(), window()));
        long admitted =
                callers.stream().filter(n -> processes.get(n).take(7, limit)).count();
        assertThat(admitted).isLessThanOrEqualTo(limit + 3 * (limit / 10));
        assertThat(admitted).isGreaterThanOrEqualTo(Math.min(callers.size(), limit - 3 * Math.max(1, limit / 10)));
    }

    private QuotaWindow window() {
        return new QuotaWindow((second, count) -> {
            asked.incrementAndGet();
            return taken.getAndAdd(count);
        });
    }

    private static long admitted(QuotaWindow window, long second, int limit, int calls) {
        return IntStream.range(0, calls)
                .filter(call -> window.take(second, limit))
                .count();
    }
}
