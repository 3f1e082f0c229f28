package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.dispatch.delivery.DueNews.Attempted;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureStreaksIT {
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("curtaincall");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final Verdict LATER = new RetryAt(NOON, "schedule 1", 0);
    private static final Verdict NEVER = new Abandoned("no attempt is left");
    private static final Verdict INTERRUPTED = new RetryAt(NOON, "interrupted", 0);

    private final List<String> givenUp = new ArrayList<>();
    private final FailureStreaks streaks =
            new FailureStreaks(DATABASE, (last, reason) -> givenUp.add(last.receiver() + ": " + reason), FIVE_DAYS);

    @BeforeEach
    void empty() {
        streaks.clear();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void who_fails_for_five_days_is_given_up_and_not_a_moment_before() {
        streaks.apply(List.of(attempt("c", 1, NOON, LATER)));
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS).minusMillis(1), NEVER)));
        assertThat(givenUp).isEmpty();
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS), LATER)));
        assertThat(givenUp).containsExactly("c/1: every attempt since 2026-01-01T12:00:00Z failed");
    }

    @Test
    void one_success_begins_it_all_again_within_a_batch_and_between_batches() {
        streaks.apply(List.of(attempt("c", 1, NOON, LATER)));
        streaks.apply(List.of(
                attempt("c", 1, NOON.plusSeconds(1), LATER),
                attempt("c", 1, NOON.plusSeconds(2), new Delivered()),
                attempt("c", 1, NOON.plusSeconds(3), LATER)));
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS).plusSeconds(2), LATER)));
        assertThat(givenUp).isEmpty();
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS).plusSeconds(3), LATER)));
        assertThat(givenUp).containsExactly("c/1: every attempt since 2026-01-01T12:00:03Z failed");
    }

    @Test
    void another_version_of_the_config_and_another_config_begin_for_themselves() {
        streaks.apply(List.of(attempt("c", 1, NOON, LATER)));
        streaks.apply(
                List.of(attempt("c", 2, NOON.plus(FIVE_DAYS), LATER), attempt("d", 1, NOON.plus(FIVE_DAYS), LATER)));
        assertThat(givenUp).isEmpty();
    }

    @Test
    void a_receiver_that_said_that_it_is_gone_is_given_up_though_the_process_ended_before_it_told() {
        streaks.apply(List.of(attempt("c", 1, NOON, new Abandoned("the receiver answered 410 Gone"))));
        assertThat(givenUp).containsExactly("c/1: the receiver answered 410 Gone");
    }

    @Test
    void an_attempt_that_our_own_end_interrupted_says_nothing() {
        streaks.apply(List.of(attempt("c", 1, NOON, INTERRUPTED)));
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS), LATER)));
        assertThat(givenUp).isEmpty();
    }

    @Test
    void a_callback_that_is_given_up_because_its_config_is_disabled_says_nothing() {
        Verdict atRest =
                new Abandoned("the notify config is disabled: c, and the callback was not delivered until then");
        streaks.apply(List.of(attempt("c", 1, NOON, LATER)));
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS), atRest)));
        assertThat(givenUp).isEmpty();
    }

    @Test
    void the_same_attempts_told_again_after_a_crash_change_nothing() {
        List<Attempted> batch = List.of(attempt("c", 1, NOON, LATER), attempt("c", 1, NOON.plusSeconds(60), LATER));
        streaks.apply(batch);
        streaks.apply(batch);
        assertThat(givenUp).isEmpty();
        streaks.apply(List.of(attempt("c", 1, NOON.plus(FIVE_DAYS), LATER)));
        assertThat(givenUp).hasSize(1);
    }

    private static Attempted attempt(String config, long version, Instant at, Verdict verdict) {
        NotifyConfigId id = new NotifyConfigId(config);
        CallbackId callback = CallbackId.of(LiveEventKey.of("s", "1"), id);
        return new Attempted(callback, id, 1, verdict, version, new AccountId("acme"), at);
    }
}
