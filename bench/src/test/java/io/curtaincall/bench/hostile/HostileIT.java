package io.curtaincall.bench.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileIT {
    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void hostile_receivers_are_called_and_what_the_others_got_is_told() {
        Duration second = Duration.ofSeconds(1);
        HostilePlan plan = new HostilePlan(6, 3, 20, second, 1, second, second.multipliedBy(2), 100);

        HostileFigures figures = new HostileRun(plan, folder).run();

        assertThat(figures.nothingLost()).isTrue();
        assertThat(Misbehaviour.values())
                .allSatisfy(
                        each -> assertThat(figures.customers().suffered(each)).isPositive());
        assertThat(figures.ratio(0.5)).isPositive();
        assertThat(figures.slow().mostInFlight()).isPositive();
        assertThat(figures.toString()).contains("ratio of the others").contains("MiB resident at most");
    }
}
