package io.curtaincall.config.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigHealthIT {
    /** Well below what the driver waits for by itself, with room for a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void without_the_store_it_says_so_soon_and_so_does_whoever_wants_to_change_something() {
        EmbeddedMongo store = EmbeddedMongo.inMemory();
        try (RunningConfigService service = RunningConfigService.start(store, folder)) {
            ConfigClient operator = service.client().as(service.operatorToken());
            assertThat(operator.get("/actuator/health").status()).isEqualTo(200);

            store.close();

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(operator.get("/actuator/health").status())
                                    .isEqualTo(503));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(operator.post("/v1/accounts", "{}").status())
                                    .isEqualTo(503));
        }
    }
}
