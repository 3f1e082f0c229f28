package io.curtaincall.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.live.Topic;
import io.curtaincall.query.RunningQueryService;
import io.curtaincall.query.record.Attempts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DialectRecordsIT {
    private static final RunningQueryService SERVICE = RunningQueryService.on(EmbeddedMongo.inMemory());
    private static final CallbackRecords RECORDS = SERVICE.bean(CallbackRecords.class);
    private static final AccountId ACCOUNT = new AccountId("migrant");
    private static final Outcome UNAVAILABLE = new Outcome.Responded(503, Map.of(), "YnVzeQ==", false, null);
    private static final Verdict RETRY = new Verdict.RetryAt(Attempts.NOON, "quick 1", 0);

    /** Two live events in one commit as a batch is reported, one callback with three attempts, and one of another topic. */
    @BeforeAll
    static void given_callbacks_of_every_kind() {
        SERVICE.append(DialectEvents.planned(ACCOUNT, "first", "second", "third"));
        SERVICE.append(DialectEvents.planned(ACCOUNT, "ended"));
        append(of(Attempts.delivered()).event("first", 1));
        append(of(Attempts.timedOut()).event("second", 1));
        append(of(Attempts.delivered().ending(UNAVAILABLE, RETRY)).event("second", 2));
        append(of(Attempts.delivered()).event("second", 3));
        append(of(Attempts.interrupted()).event("third", 1));
        append(of(Attempts.delivered()).about(Topic.STREAM_ENDED).event("ended", 1));
        await().until(() -> ask(any()).total() == 6);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void a_delivered_attempt_tells_what_was_sent_and_answered() {
        Attempt first = ask(any()).attempts().getLast();

        assertThat(first.delivered()).isTrue();
        assertThat(first.description()).isEqualTo("success");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.responseBody()).isEqualTo("ok");
        assertThat(first.requestBody()).isEqualTo(DialectEvents.cloudEvent("first"));
        assertThat(first.requestHeaders()).containsEntry("webhook-id", "cb");
        assertThat(first.url()).isEqualTo("https://customer.example/hook");
        assertThat(first.configId()).isEqualTo("nc-1");
        assertThat(first.topic()).isEqualTo(Topic.RECORDING_FILE_COMPLETED);
        assertThat(first.totalMillis()).isEqualTo(25);
        assertThat(first.startedAt()).isEqualTo(Attempts.NOON.minusMillis(25));
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.responseHeaders()).containsEntry("content-type", "text/plain");
    }

    @Test
    void every_attempt_of_a_callback_is_told_newest_first_with_the_same_body() {
        List<Attempt> second = ask(any()).attempts().stream()
                .filter(attempt -> attempt.requestBody().equals(DialectEvents.cloudEvent("second")))
                .toList();

        assertThat(second).extracting(Attempt::attempt).containsExactly(3, 2, 1);
        assertThat(second)
                .extracting(Attempt::description)
                .containsExactly("success", "HTTP 503", "timeout: no answer in 10 s");
        assertThat(second).extracting(Attempt::responseBody).containsExactly("ok", "busy", null);
        assertThat(second).extracting(Attempt::status).containsExactly(200, 503, null);
    }

    @Test
    void an_interrupted_attempt_is_not_delivered_and_tells_what_would_have_been_sent() {
        Attempt third = only(ask(any()).attempts(), "third");

        assertThat(third.delivered()).isFalse();
        assertThat(third.description()).isEqualTo("interrupted: the process ended");
        assertThat(third.url()).isNull();
        assertThat(third.method()).isNull();
        assertThat(third.requestHeaders()).isEmpty();
        assertThat(third.responseHeaders()).isEmpty();
        assertThat(third.responseBody()).isNull();
    }

    @Test
    void credentials_in_headers_are_not_told() {
        RecordsAnswer answer = ask(any());

        assertThat(answer.toString()).doesNotContain("planted-secret");
        assertThat(answer.attempts().getLast().requestHeaders()).containsEntry("Authorization", "(redacted)");
    }

    @Test
    void what_was_not_delivered_is_what_failed_and_what_was_interrupted() {
        assertThat(ask(delivered(false)).total()).isEqualTo(3);
        assertThat(ask(delivered(false)).attempts())
                .extracting(Attempt::description)
                .containsExactly("interrupted: the process ended", "HTTP 503", "timeout: no answer in 10 s");
        assertThat(ask(delivered(true)).total()).isEqualTo(3);
        assertThat(ask(delivered(true)).attempts()).allMatch(Attempt::delivered);
    }

    @Test
    void pages_put_together_are_all_records_and_a_page_beyond_the_end_is_empty() {
        List<Attempt> all = ask(any()).attempts();
        for (int size = 1; size <= 7; size++) {
            List<Attempt> seen = new ArrayList<>();
            for (int page = 1; page <= 7; page++) {
                RecordsAnswer answer = ask(question(Set.of(), null, null, size, page));
                assertThat(answer.total()).isEqualTo(6);
                seen.addAll(answer.attempts());
            }
            assertThat(seen).isEqualTo(all);
        }
    }

    @Test
    void a_page_of_long_answers_tells_the_newest_whole_and_the_beginnings_of_the_others() {
        String answer = "y".repeat(64 * 1024);
        String stored = Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.UTF_8));
        Attempts chatty = Attempts.delivered()
                .ending(new Outcome.Responded(200, Map.of(), stored, false, null), new Verdict.Delivered())
                .of("chatty", "chatty.example", "live", "match");
        for (int i = 1; i <= 70; i++) append(chatty.event("chatty-" + i, 1));
        RecordsQuestion all = about(new AccountId("chatty"), "chatty.example");
        await().until(() -> ask(all).total() == 70);

        List<Attempt> page = ask(all).attempts();
        assertThat(page.subList(0, 64)).extracting(Attempt::responseBody).containsOnly(answer);
        assertThat(page.subList(64, 70))
                .extracting(Attempt::responseBody)
                .containsOnly("y".repeat(2_048) + "... (shortened, 65536 characters in all)");
        assertThat(ask(all).attempts()).isEqualTo(page);
    }

    @Test
    void a_page_of_long_headers_tells_the_newest_whole_and_the_beginnings_of_the_others() {
        Map<String, String> headers = Map.of("x-long", "h".repeat(64 * 1024 - 6));
        Attempts chatty = Attempts.delivered()
                .ending(new Outcome.Responded(200, headers, "b2s=", false, null), new Verdict.Delivered())
                .of("heading", "heading.example", "live", "match");
        for (int i = 1; i <= 70; i++) append(chatty.event("heading-" + i, 1));
        RecordsQuestion all = about(new AccountId("heading"), "heading.example");
        await().until(() -> ask(all).total() == 70);

        List<Attempt> page = ask(all).attempts();
        assertThat(page.subList(0, 64)).extracting(Attempt::responseHeaders).containsOnly(headers);
        assertThat(page.subList(64, 70))
                .extracting(Attempt::responseHeaders)
                .containsOnly(Map.of("x-long", "h".repeat(2_042) + "... (shortened, 65536 characters in all)"));
    }

    @Test
    void several_topics_and_a_config_are_filtered_by() {
        assertThat(ask(question(Set.of(Topic.STREAM_ENDED, Topic.STREAM_STARTED), null, null, 10, 1))
                        .attempts())
                .extracting(Attempt::topic)
                .containsExactly(Topic.STREAM_ENDED);
        assertThat(ask(question(Topic.ALL_RECORDING, null, null, 10, 1)).total())
                .isEqualTo(5);
        assertThat(ask(question(Set.of(), "nc-1", null, 10, 1)).total()).isEqualTo(6);
        assertThat(ask(question(Set.of(), "nc-other", null, 10, 1))).isEqualTo(new RecordsAnswer(List.of(), 0));
    }

    @Test
    void another_accounts_records_are_not_found() {
        RecordsQuestion strangers = about(new AccountId("stranger-to-migrant"), "migrant.example");

        assertThat(ask(strangers)).isEqualTo(new RecordsAnswer(List.of(), 0));
    }

    private static Attempt only(List<Attempt> attempts, String eventId) {
        return attempts.stream()
                .filter(attempt -> attempt.requestBody().equals(DialectEvents.cloudEvent(eventId)))
                .findFirst()
                .orElseThrow();
    }

    private static RecordsAnswer ask(RecordsQuestion question) {
        return RECORDS.find(question);
    }

    private static RecordsQuestion any() {
        return question(Set.of(), null, null, 100, 1);
    }

    private static RecordsQuestion about(AccountId account, String domain) {
        RecordsQuestion any = any();
        return new RecordsQuestion(
                account, Set.of(domain), null, null, Set.of(), null, null, any.from(), any.to(), any.pageSize(), 1);
    }

    private static RecordsQuestion delivered(boolean delivered) {
        return question(Set.of(), null, delivered, 100, 1);
    }

    private static RecordsQuestion question(
            Set<Topic> topics, @Nullable String configId, @Nullable Boolean delivered, int size, int page) {
        return new RecordsQuestion(
                ACCOUNT,
                Set.of("migrant.example"),
                null,
                null,
                topics,
                configId,
                delivered,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2999-01-01T00:00:00Z"),
                size,
                page);
    }

    private static Attempts of(Attempts attempts) {
        return attempts.of(ACCOUNT.value(), "migrant.example", "live", "match");
    }

    private static void append(CallbackAttempted attempted) {
        SERVICE.append(attempted);
    }
}
