package io.curtaincall.query.retention;

import static io.curtaincall.query.RunningQueryService.OPERATOR;
import static io.curtaincall.query.RunningQueryService.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.query.RunningQueryService;
import io.curtaincall.query.record.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;

class RetentionIT {
    private static final SetClock CLOCK = new SetClock(Instant.parse("2026-01-31T12:00:00Z"));
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final RunningQueryService SERVICE = RunningQueryService.on(STORE, context -> {
        context.registerBean("setClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("impatient", Map.of("query.retention.look", "50ms")));
    });

    @BeforeAll
    static void open() {
        SERVICE.letOperatorIn();
        SERVICE.openAccount("usual");
        SERVICE.openAccount("patient");
        SERVICE.append(new NewEvent(
                "Account", "patient", 1, new RecordRetentionSet(new AccountId("patient"), 1_000, CLOCK.instant())));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        STORE.close();
    }

    @Test
    void records_go_after_their_accounts_retention_and_a_replay_does_not_bring_them_back() {
        append("usual", "u-1");
        append("patient", "p-1");
        CLOCK.moveOn(Duration.ofDays(399));
        append("usual", "u-2");
        append("patient", "p-2");
        await().untilAsserted(() -> assertThat(total("usual")).isEqualTo(2));
        await().untilAsserted(() -> assertThat(total("patient")).isEqualTo(2));

        CLOCK.moveOn(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(total("usual")).isEqualTo(1));
        assertThat(records("usual").at("/records/0/eventId").asText()).isEqualTo("u-2");
        assertThat(total("patient")).isEqualTo(2);

        replay();
        assertThat(total("usual")).isEqualTo(1);
        assertThat(total("patient")).isEqualTo(2);
        assertThat(SERVICE.get("/v1/callback-records", OPERATOR)
                        .json()
                        .at("/page/total")
                        .asInt())
                .isEqualTo(3);
    }

    private static void append(String account, String event) {
        SERVICE.append(Attempts.delivered()
                .of(account, account + ".example", "live", "match")
                .event(event, 1));
    }

    private static int total(String account) {
        return records(account).at("/page/total").asInt();
    }

    private static JsonNode records(String account) {
        return SERVICE.get("/v1/callback-records", tokenOf(account)).json();
    }

    private static void replay() {
        String location = SERVICE.post("/v1/admin/replays", OPERATOR, "{\"projection\":\"callback-records\"}")
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> SERVICE.get(location, OPERATOR)
                        .json()
                        .at("/state")
                        .asText()
                        .equals("done"));
        await().untilAsserted(() -> assertThat(total("patient")).isEqualTo(2));
    }
}
