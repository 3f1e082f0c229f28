package io.curtaincall.config.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationIT {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void a_token_revoked_at_one_process_is_nobodys_at_the_other_within_a_second_and_after_a_restart() {
        String revoked;
        try (var one = RunningConfigService.start(store, folder);
                var other = RunningConfigService.start(store, folder)) {
            ConfigClient operator = one.client().as(one.operatorToken());
            ConfigClient account = operator.as(operator.openAccount("two"));
            for (int i = 0; i < 10; i++) {
                var issued = account.post("/v1/accounts/two/tokens", "{\"role\":\"read\"}");
                ConfigClient there = new ConfigClient(other.client().port(), issued.text("/token"));
                await().until(() -> status(there) == 200);
                account.delete("/v1/accounts/two/tokens/" + issued.text("/id"));
                await().atMost(A_SECOND)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> status(there) == 401);
            }
            var issued = account.post("/v1/accounts/two/tokens", "{\"role\":\"read\"}");
            account.delete("/v1/accounts/two/tokens/" + issued.text("/id"));
            revoked = issued.text("/token");
        }
        try (var again = RunningConfigService.start(store, folder)) {
            assertThat(status(again.client().as(revoked))).isEqualTo(401);
            assertThat(status(again.client().as(again.operatorToken()))).isEqualTo(200);
        }
    }

    private static int status(ConfigClient client) {
        return client.get("/v1/notify-configs").status();
    }
}
