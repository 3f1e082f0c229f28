package io.curtaincall.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void a_store_that_goes_away_and_returns_has_nothing_half_accepted_and_nothing_lost() {
        OutageRun run = new OutageRun(20, Duration.ofSeconds(3), Duration.ofSeconds(8), folder, System.out::println);

        OutageFigures figures = run.run();

        assertThat(figures.everyPromise()).as("%s", figures).isTrue();
        assertThat(figures.outages())
                .allSatisfy(outage -> assertThat(outage.answers()).containsKey("503"));
    }
}
