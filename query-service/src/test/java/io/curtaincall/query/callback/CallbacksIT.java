package io.curtaincall.query.callback;

import static io.curtaincall.query.RunningQueryService.OPERATOR;
import static io.curtaincall.query.RunningQueryService.attempt;
import static io.curtaincall.query.RunningQueryService.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.query.RunningQueryService;
import io.curtaincall.query.record.Attempts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbacksIT {
    private static final RunningQueryService SERVICE = RunningQueryService.shared();
    private static final Attempts DELIVERED = Attempts.delivered().of("teller", "live.example.com", "live", "match");
    private static final Attempts TIMED_OUT = Attempts.timedOut().of("teller", "live.example.com", "live", "match");
    private static final String CLOUD_EVENT = "{\"specversion\":\"1.0\",\"id\":\"x\",\"data\":{\"stream\":\"match\"}}";

    @BeforeAll
    static void given_two_accounts() {
        SERVICE.openAccount("teller");
        SERVICE.openAccount("stranger");
    }

    @Test
    void a_planned_callback_is_pending_and_tells_its_event_and_its_plan() {
        CallbackId id = planned("story-1");

        JsonNode callback = story(id);

        assertThat(callback.at("/state").asText()).isEqualTo("pending");
        assertThat(callback.at("/nextAttemptAt").isNull()).isTrue();
        assertThat(callback.at("/liveEvent/data/stream").asText()).isEqualTo("match");
        assertThat(callback.at("/plan/configVersion").asLong()).isEqualTo(3);
        assertThat(callback.at("/plan/url").asText()).isEqualTo("https://customer.example/hook");
        assertThat(callback.at("/attempts")).isEmpty();
    }

    @Test
    void every_attempt_is_told_at_once_and_so_is_what_comes_next() {
        CallbackId id = planned("story-2");

        SERVICE.append(attempt(TIMED_OUT.event("story-2", 1)));
        JsonNode retrying = story(id);
        SERVICE.append(attempt(DELIVERED.event("story-2", 2)));
        JsonNode delivered = story(id);

        assertThat(retrying.at("/state").asText()).isEqualTo("retrying");
        assertThat(retrying.at("/nextAttemptAt").asText()).isEqualTo("2026-01-31T12:01:00Z");
        assertThat(retrying.at("/attempts/0/failure/class").asText()).isEqualTo("timeout");
        assertThat(retrying.at("/attempts/0/verdict/kind").asText()).isEqualTo("retry");
        assertThat(delivered.at("/state").asText()).isEqualTo("delivered");
        assertThat(delivered.at("/nextAttemptAt").isNull()).isTrue();
        assertThat(delivered.at("/attempts")).hasSize(2);
        assertThat(delivered.at("/attempts/1/response/status").asInt()).isEqualTo(200);
        assertThat(delivered.at("/attempts/1/response/body").asText()).isEqualTo("ok");
        assertThat(delivered.at("/attempts/1/response/bodyEncoding").asText()).isEqualTo("text");
        assertThat(delivered.at("/attempts/1/timing/totalMillis").asInt()).isEqualTo(25);
    }

    @Test
    void a_callback_given_up_says_why() {
        CallbackId id = planned("story-3");
        Attempts gone = DELIVERED.ending(
                new Outcome.Responded(410, Map.of(), "", false, null), new Verdict.Abandoned("410 Gone"));

        SERVICE.append(attempt(gone.event("story-3", 1)));

        assertThat(story(id).at("/state").asText()).isEqualTo("abandoned");
        assertThat(story(id).at("/reason").asText()).isEqualTo("410 Gone");
    }

    @Test
    void an_attempt_tells_its_body_where_it_is_not_the_live_event() {
        CallbackId id = planned("story-6");
        String signed = "{\"a\":1,\"sign\":\"07\"}";

        SERVICE.append(attempt(TIMED_OUT.event("story-6", 1)));
        SERVICE.append(attempt(DELIVERED.sending("story-6", 2, signed)));

        assertThat(story(id).at("/attempts/0/request/body").isNull()).isTrue();
        assertThat(story(id).at("/attempts/1/request/body").asText()).isEqualTo(signed);
        assertThat(story(id).at("/attempts/1/request/bodyBytes").asInt()).isEqualTo(signed.length());
    }

    @Test
    void the_keys_that_signed_an_attempt_are_told() {
        CallbackId id = planned("story-8");

        SERVICE.append(attempt(DELIVERED.signed("story-8", List.of("k2", "k1"))));

        assertThat(story(id).at("/attempts/0/signedBy").toString()).isEqualTo("[\"k2\",\"k1\"]");
    }

    @Test
    void credentials_in_headers_are_not_told() {
        CallbackId id = planned("story-4");

        SERVICE.append(attempt(DELIVERED.event("story-4", 1)));

        assertThat(story(id).toString()).doesNotContain("planted-secret").contains("webhook-id");
        assertThat(story(id).at("/attempts/0/request/headers/Authorization").asText())
                .isEqualTo("(redacted)");
    }

    @Test
    void bytes_of_a_receivers_head_are_told_escaped_and_in_no_head_of_ours() {
        CallbackId id = planned("story-7");
        Map<String, String> odd = Map.of("X-Odd", "a\r\nX-Forged: b\u0000\u001b\u00ff\"");
        Attempts attempts = DELIVERED.ending(new Outcome.Responded(200, odd, "", false, null), new Verdict.Delivered());

        SERVICE.append(attempt(attempts.event("story-7", 1)));

        RunningQueryService.Answer answer = SERVICE.get("/v1/callbacks/" + id, tokenOf("teller"));
        assertThat(answer.response().body())
                .contains("a\\r\\nX-Forged: b\\u0000\\u001B\u00ff\\\"")
                .doesNotContain("\r", "\u0000", "\u001b");
        assertThat(answer.response().headers().map()).doesNotContainKeys("x-odd", "x-forged");
        assertThat(answer.json().at("/attempts/0/response/headers/X-Odd").asText())
                .isEqualTo(odd.get("X-Odd"));
    }

    @Test
    void another_accounts_callback_looks_as_if_there_were_none() {
        CallbackId id = planned("story-5");

        assertThat(SERVICE.get("/v1/callbacks/" + id, tokenOf("stranger")).status())
                .isEqualTo(404);
        assertThat(SERVICE.get("/v1/callbacks/" + id, OPERATOR).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cb_00000000000000000000000000_0000000000000", "nonsense", "cb_", "a%20b"})
    void what_is_no_callback_is_not_found(String id) {
        assertThat(SERVICE.get("/v1/callbacks/" + id, tokenOf("teller")).status())
                .isEqualTo(404);
    }

    private static JsonNode story(CallbackId id) {
        return SERVICE.get("/v1/callbacks/" + id, tokenOf("teller")).json();
    }

    /** A live event of account {@code teller} with one callback to make. */
    private static CallbackId planned(String eventId) {
        LiveEventKey key = LiveEventKey.of("/nodes/test", eventId);
        CallbackId id = CallbackId.of(key, Attempts.CONFIG);
        AccountId account = new AccountId("teller");
        String stream = "live-event/" + key;
        SERVICE.append(
                new NewEvent(
                        "LiveEvent",
                        stream,
                        0,
                        new LiveEventReported(
                                key,
                                "/nodes/test",
                                eventId,
                                Topic.RECORDING_OVER,
                                "live.example.com",
                                "live",
                                "match",
                                account,
                                CLOUD_EVENT,
                                Attempts.NOON,
                                Attempts.NOON)),
                new NewEvent(
                        "LiveEvent",
                        stream,
                        1,
                        new DispatchPlanned(
                                key,
                                List.of(new PlannedCallback(
                                        id,
                                        Attempts.CONFIG,
                                        3,
                                        account,
                                        "https://customer.example/hook",
                                        "curtaincall")),
                                List.of(),
                                7,
                                "node-1",
                                Attempts.NOON)));
        return id;
    }
}
