package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@InBothShapes
class RevocationIT {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Installation installation;
    private final Callers callers;

    RevocationIT(Shape shape) {
        installation = Installations.of(shape);
        callers = new Callers(installation);
    }

    @Test
    void a_revoked_token_is_nobodys_in_every_process_within_a_second() {
        Credentials.Account owner = Accounts.open(installation);
        String tokens = "/v1/accounts/" + owner.id() + "/tokens";
        CurtaincallApi operator = installation.asOperator();
        for (int i = 0; i < 5; i++) {
            CurtaincallApi reader = callers.token(owner.id(), "read");
            var listed = operator.get(installation.config(), tokens).json().path("credentials");
            String id = listed.get(listed.size() - 1).path("id").asText();
            operator.delete(installation.config(), tokens + "/" + id).expect(204);
            await().atMost(A_SECOND)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> callers.everywhere(reader).allMatch(status -> status == 401));
        }
    }
}
