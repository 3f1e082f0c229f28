package io.curtaincall.query;

import static io.curtaincall.query.RunningQueryService.OPERATOR;
import static io.curtaincall.query.RunningQueryService.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.query.RunningQueryService.Answer;
import io.curtaincall.query.record.Attempts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueryServiceIT {
    private static final String RECORDS = "/v1/callback-records";
    private static final String DEMO = tokenOf("demo");
    private static final RunningQueryService SERVICE = RunningQueryService.shared();

    @BeforeAll
    static void given_records_of_two_accounts() {
        SERVICE.openAccount("demo");
        SERVICE.openAccount("other");
        for (int i = 0; i < 25; i++) {
            Attempts attempts = i % 5 == 0 ? Attempts.timedOut() : Attempts.delivered();
            SERVICE.append(attempts.event("demo-" + i));
        }
        SERVICE.append(Attempts.delivered()
                .of("other", "other.example.com", "live", "x")
                .event("other-1"));
        await().untilAsserted(() -> assertThat(
                        SERVICE.get(RECORDS, OPERATOR).json().at("/page/total").asInt())
                .isEqualTo(26));
    }

    @Test
    void a_record_tells_what_was_attempted_and_what_came_of_it() {
        JsonNode record =
                SERVICE.get(RECORDS + "?status=failed&pageSize=1", DEMO).json().at("/records/0");

        assertThat(record.at("/domain").asText()).isEqualTo("live.example.com");
        assertThat(record.at("/eventId").asText()).isEqualTo("demo-20");
        assertThat(record.at("/attempt").asInt()).isEqualTo(1);
        assertThat(record.at("/configVersion").asLong()).isEqualTo(3);
        assertThat(record.at("/topic").asText()).isEqualTo("recording.file.completed");
        assertThat(record.at("/failure").asText()).isEqualTo("timeout");
        assertThat(record.at("/verdict").asText()).isEqualTo("retry");
        assertThat(record.at("/nextAttemptAt").asText()).isEqualTo("2026-01-31T12:01:00Z");
        assertThat(record.has("httpStatus")).isTrue();
        assertThat(record.at("/httpStatus").isNull()).isTrue();
    }

    @Test
    void following_the_cursor_gives_every_record_once_newest_first_and_ends() {
        List<String> seen = new ArrayList<>();
        String query = RECORDS + "?domain=live.example.com&pageSize=10";
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = SERVICE.get(query + "&cursor=" + cursor, DEMO).json();
            assertThat(page.at("/page/total").asInt()).isEqualTo(25);
            assertThat(page.at("/page/size").asInt()).isEqualTo(10);
            page.at("/records").forEach(record -> seen.add(record.at("/eventId").asText()));
            assertThat(page.at("/page").has("next")).isTrue();
            cursor = page.at("/page/next").textValue();
        }

        List<String> newestFirst = new ArrayList<>();
        for (int i = 24; i >= 0; i--) newestFirst.add("demo-" + i);
        assertThat(seen).isEqualTo(newestFirst);
    }

    @Test
    void an_account_sees_its_own_records_only() {
        JsonNode page = SERVICE.get(RECORDS, tokenOf("other")).json();

        assertThat(page.at("/page/total").asInt()).isEqualTo(1);
        assertThat(StreamSupport.stream(page.at("/records").spliterator(), false))
                .extracting(record -> record.at("/account").asText())
                .containsOnly("other");
        assertThat(SERVICE.get(RECORDS + "?account=demo", tokenOf("other")).status())
                .isEqualTo(403);
        assertThat(SERVICE.get(RECORDS + "?domain=live.example.com", tokenOf("other"))
                        .json()
                        .at("/records"))
                .isEmpty();
    }

    @Test
    void the_operator_may_ask_for_one_account() {
        assertThat(SERVICE.get(RECORDS + "?account=other", OPERATOR)
                        .json()
                        .at("/page/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nobody_asks_without_a_token() {
        assertThat(SERVICE.get(RECORDS, "made-up").status()).isEqualTo(401);
    }

    @Test
    void a_cursor_of_another_query_is_refused() {
        String cursor = SERVICE.get(RECORDS + "?pageSize=1", DEMO)
                .json()
                .at("/page/next")
                .textValue();

        assertThat(SERVICE.get(RECORDS + "?pageSize=5&cursor=" + cursor, DEMO).status())
                .isEqualTo(200);
        assertThat(SERVICE.get(RECORDS + "?status=failed&cursor=" + cursor, DEMO)
                        .status())
                .isEqualTo(400);
        assertThat(SERVICE.get(RECORDS + "?cursor=" + cursor, tokenOf("other")).status())
                .isEqualTo(400);
    }

    @Test
    void what_does_not_hold_is_told_as_problem_details_naming_the_field() {
        Answer answer = SERVICE.get(RECORDS + "?pageSize=0", DEMO);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("pageSize");
    }

    @Test
    void a_time_range_bounds_what_is_found() {
        String at = SERVICE.get(RECORDS + "?pageSize=1", DEMO)
                .json()
                .at("/records/0/at")
                .asText();

        assertThat(SERVICE.get(RECORDS + "?from=" + at + "&to=2999-01-01T00:00:00%2B08:00", DEMO)
                        .json()
                        .at("/records"))
                .isNotEmpty();
        assertThat(SERVICE.get(RECORDS + "?to=2026-01-01T00:00:00Z", DEMO)
                        .json()
                        .at("/page/total")
                        .asInt())
                .isZero();
    }

    @Test
    void health_is_up_when_the_projection_runs() {
        Answer health = SERVICE.get("/actuator/health", OPERATOR);

        assertThat(health.json().at("/components/queries/status").asText()).isEqualTo("UP");
    }
}
