package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueCallbacksIT {
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("curtaincall");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final LiveEventKey KEY = LiveEventKey.of("s", "1");
    private static final NotifyConfigId CONFIG = new NotifyConfigId("c1");
    private static final AccountId ACME = new AccountId("acme");
    private static final CallbackId CALLBACK = CallbackId.of(KEY, CONFIG);

    private final DueCallbacks due = new DueCallbacks(DATABASE);
    private final DueCounts counts = new DueCounts(DATABASE);

    @BeforeEach
    void empty() {
        due.clear();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void a_plan_makes_a_row_of_its_planner_and_making_it_twice_changes_nothing() {
        due.apply(List.of(planned()));
        due.apply(List.of(attempted(1, "quick 2", NOON.plusSeconds(1))));
        due.apply(List.of(planned()));
        assertThat(all()).containsExactly(row(2, NOON.plusSeconds(1), "planner", null));
    }

    @Test
    void planned_and_delivered_in_one_batch_writes_nothing() {
        DueChange delivered = DueChange.attempted(event(1, new Delivered()), planned());
        assertThat(delivered.cancelsOut()).isTrue();
        due.apply(List.of(delivered));
        assertThat(all()).isEmpty();
    }

    @Test
    void planned_and_failed_in_one_batch_makes_the_row_of_the_next_attempt() {
        due.apply(List.of(DueChange.attempted(event(1, retry("quick 2", NOON)), planned())));
        assertThat(all()).containsExactly(row(2, NOON, "planner", null));
    }

    @Test
    void what_waits_for_the_schedule_is_anybodys() {
        due.apply(List.of(planned()));
        due.apply(List.of(attempted(3, "schedule 1", NOON.plusSeconds(60))));
        assertThat(all()).containsExactly(row(4, NOON.plusSeconds(60), null, null));
    }

    @Test
    void a_finished_callback_leaves() {
        due.apply(List.of(planned()));
        due.apply(List.of(DueChange.attempted(event(1, new Delivered()), null)));
        assertThat(all()).isEmpty();
    }

    @Test
    void a_late_event_does_not_take_back_a_row_that_its_claimer_moved_on() {
        due.apply(List.of(planned()));
        assertThat(due.claim(List.of(CALLBACK), "planner", "planner", "b", "b/1"))
                .containsExactly(CALLBACK);
        assertThat(due.advance(row(1, NOON, "b", null), "b", 4)).isTrue();
        due.apply(List.of(attempted(3, "schedule 1", NOON)));
        assertThat(all()).containsExactly(row(4, NOON, "b", null));
    }

    @Test
    void who_lost_the_row_may_not_move_it() {
        due.apply(List.of(planned()));
        due.claim(List.of(CALLBACK), "planner", null, "b", "b/1");
        assertThat(due.advance(row(1, NOON, "b", null), "planner", 2)).isFalse();
    }

    @Test
    void the_holder_of_a_row_as_it_was_seen_may_put_it_off_and_the_projection_goes_on_from_there() {
        due.apply(List.of(planned()));
        due.hold(List.of(CALLBACK), Hold.RATE_LIMIT);
        due.postpone(row(1, NOON, "planner", null), "planner", NOON.plusSeconds(60));
        assertThat(all()).containsExactly(row(1, NOON.plusSeconds(60), "planner", null));
        due.apply(List.of(attempted(1, "schedule 1", NOON.plusSeconds(60))));
        assertThat(all()).containsExactly(row(2, NOON.plusSeconds(60), null, null));
    }

    @Test
    void a_row_that_is_not_the_holders_or_not_as_it_was_seen_is_not_put_off() {
        due.apply(List.of(planned()));
        due.postpone(row(1, NOON, "planner", null), "b", NOON.plusSeconds(60));
        due.apply(List.of(attempted(1, "quick 2", NOON.plusSeconds(1))));
        due.postpone(row(1, NOON, "planner", null), "planner", NOON.plusSeconds(60));
        assertThat(all()).containsExactly(row(2, NOON.plusSeconds(1), "planner", null));
    }

    @Test
    void a_claim_remembers_who_died_until_that_is_on_record() {
        due.apply(List.of(planned()));
        due.claim(List.of(CALLBACK), "planner", "planner", "b", "b/1");
        due.apply(List.of(attempted(1, "quick 2", NOON)));
        assertThat(all()).containsExactly(row(2, NOON, "b", "planner"));
        due.advance(row(2, NOON, "b", "planner"), "b", 3);
        assertThat(all()).containsExactly(row(3, NOON, "b", null));
    }

    @Test
    void what_holds_a_row_back_is_kept_whoever_claims_it_until_the_attempt_after_is_next() {
        due.apply(List.of(planned()));
        due.hold(List.of(CALLBACK), Hold.RATE_LIMIT);
        due.postpone(List.of(CALLBACK), NOON.plusSeconds(1), Hold.DISABLED);
        due.claim(List.of(CALLBACK), "planner", null, "b", "b/1");
        due.advance(all().getFirst(), "b", 1);
        assertThat(all().getFirst().held()).containsExactly(Hold.RATE_LIMIT, Hold.DISABLED);
        due.apply(List.of(attempted(1, "quick 2", NOON)));
        assertThat(all()).containsExactly(row(2, NOON, "b", null));
    }

    @Test
    void who_moves_a_row_on_forgets_what_held_the_former_attempt_back() {
        due.apply(List.of(planned()));
        due.hold(List.of(CALLBACK), Hold.RATE_LIMIT);
        due.advance(all().getFirst(), "planner", 2);
        assertThat(all()).containsExactly(row(2, NOON, "planner", null));
    }

    @Test
    void a_row_that_is_held_back_before_the_projection_has_it_is_the_one_it_would_have_made() {
        DueCallback early =
                new DueCallback(CALLBACK, CONFIG, 1, NOON, NOON, NOON, "planner", null, Set.of(Hold.CIRCUIT_OPEN));
        due.hold(List.of(early));
        due.apply(List.of(planned()));
        assertThat(all()).containsExactly(early);
        due.apply(List.of(attempted(1, "quick 2", NOON)));
        due.hold(List.of(early));
        assertThat(all()).containsExactly(row(2, NOON, "planner", null));
    }

    @Test
    void a_cause_that_only_a_later_version_knows_is_passed_over() {
        due.apply(List.of(planned()));
        DATABASE.getCollection(DueCallbacks.COLLECTION)
                .updateOne(new Document(), Updates.set(DueCallback.HELD, List.of("ECLIPSE", Hold.DISABLED.name())));
        assertThat(all().getFirst().held()).containsExactly(Hold.DISABLED);
    }

    @Test
    void of_many_who_claim_at_once_each_row_goes_to_one() throws Exception {
        List<CallbackId> ids = IntStream.range(0, 200)
                .mapToObj(i -> CallbackId.of(LiveEventKey.of("s", "many-" + i), CONFIG))
                .toList();
        due.apply(ids.stream()
                .map(id -> DueChange.attempted(event(id, 3, retry("schedule 1", NOON)), null))
                .toList());
        List<Callable<Set<CallbackId>>> claimers = IntStream.range(0, 6)
                .<Callable<Set<CallbackId>>>mapToObj(i ->
                        () -> due.claim(ids.subList(i * 20, i * 20 + 100), null, null, "n" + i, "n" + i + "/1"))
                .toList();
        List<CallbackId> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Set<CallbackId>> claimed : threads.invokeAll(claimers)) taken.addAll(claimed.get());
        }
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void only_what_is_due_is_listed_earliest_first() {
        due.apply(List.of(at("a", NOON.plusSeconds(2)), at("b", NOON.plusSeconds(1)), at("c", NOON.plusSeconds(3))));
        assertThat(due.due(null, NOON.plusSeconds(2), 10))
                .extracting(DueCallback::dueAt)
                .containsExactly(NOON.plusSeconds(1), NOON.plusSeconds(2));
        assertThat(counts.due(NOON.plusSeconds(2))).isEqualTo(2);
        assertThat(counts.earliest()).contains(NOON.plusSeconds(1));
    }

    @Test
    void stretches_follow_each_other_without_a_gap_however_many_are_due_at_one_moment() {
        due.apply(IntStream.range(0, 40)
                .mapToObj(i -> at("row-" + i, NOON.plusMillis(i / 15)))
                .toList());
        List<DueCallback> walked = new ArrayList<>();
        List<DueCallback> stretch = due.due(null, NOON.plusSeconds(1), 7);
        while (!stretch.isEmpty()) {
            walked.addAll(stretch);
            stretch = due.due(stretch.getLast(), NOON.plusSeconds(1), 7);
        }
        assertThat(walked).extracting(DueCallback::callbackId).hasSize(40).doesNotHaveDuplicates();
        assertThat(walked).extracting(DueCallback::dueAt).isSorted();
    }

    @Test
    void what_is_not_finished_is_counted_for_each_account() {
        assertThat(counts.unfinishedByAccount()).isEmpty();
        due.apply(List.of(of("acme", "1"), of("acme", "2"), of("zenith", "3"), of("b", "4")));
        due.apply(List.of(of("acme", "2")));
        assertThat(counts.unfinishedByAccount())
                .containsOnly(entry(ACME, 2L), entry(new AccountId("b"), 1L), entry(new AccountId("zenith"), 1L));
    }

    private static DueChange of(String account, String id) {
        CallbackId callback = CallbackId.of(LiveEventKey.of("s", id), CONFIG);
        return DueChange.planned(new DueNews.Callback(callback, CONFIG, new AccountId(account)), "planner", NOON);
    }

    private static DueChange at(String id, Instant at) {
        return DueChange.attempted(
                event(CallbackId.of(LiveEventKey.of("s", id), CONFIG), 3, retry("schedule 1", at)), null);
    }

    private List<DueCallback> all() {
        return due.due(null, NOON.plusSeconds(3600), 10);
    }

    private static DueCallback row(int attempt, Instant dueAt, @Nullable String holder, @Nullable String after) {
        return new DueCallback(CALLBACK, CONFIG, attempt, dueAt, dueAt, NOON, holder, after, Set.of());
    }

    private static DueChange planned() {
        return DueChange.planned(new DueNews.Callback(CALLBACK, CONFIG, ACME), "planner", NOON);
    }

    private static DueChange attempted(int attempt, String step, Instant next) {
        return DueChange.attempted(event(attempt, retry(step, next)), null);
    }

    private static RetryAt retry(String step, Instant at) {
        return new RetryAt(at, step, 0);
    }

    private static DueNews.Attempted event(int attempt, Verdict verdict) {
        return event(CALLBACK, attempt, verdict);
    }

    private static DueNews.Attempted event(CallbackId id, int attempt, Verdict verdict) {
        return new DueNews.Attempted(id, CONFIG, attempt, verdict, 1, ACME, NOON);
    }
}
