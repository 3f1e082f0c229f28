package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.bench.kill.KillFigures;
import io.curtaincall.bench.kill.KillPlan;
import io.curtaincall.bench.kill.KillRun;
import io.curtaincall.bench.running.Shape;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few rounds of {@code ./curtaincall bench kill}; its twenty take minutes. */
class KillIT {
    private static final int ROUNDS = 3;
    private static final int EVENTS_PER_SECOND = 100;

    @ParameterizedTest
    @EnumSource(Shape.class)
    void kills_at_random_moments_under_load_lose_nothing(Shape shape) {
        KillPlan plan = new KillPlan(shape, ROUNDS, EVENTS_PER_SECOND, System.nanoTime(), Duration.ofSeconds(3));

        KillFigures figures = new KillRun(plan, Installations.freshFolder("kill-" + shape), System.out::println).run();

        System.out.println(figures);
        assertThat(figures.everyPromiseKept()).as(figures.toString()).isTrue();
    }
}
