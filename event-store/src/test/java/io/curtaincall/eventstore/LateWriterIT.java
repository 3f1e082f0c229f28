package io.curtaincall.eventstore;

import static io.curtaincall.eventstore.OneProcess.GAP_TIMEOUT;
import static io.curtaincall.eventstore.OneProcess.take;
import static io.curtaincall.eventstore.OneProcess.whats;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.curtaincall.events.stored.EventSerializer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

/** Writers that stop between taking an index and inserting at it, for longer than the gap time or for ever. */
class LateWriterIT extends EventStoreContract {
    private final OneProcess reader = aProcess();

    LateWriterIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void a_writer_that_stalls_longer_than_the_gap_time_loses_nothing_and_holds_nobody_up() throws Exception {
        StalledWriter stall = new StalledWriter();
        OneProcess stalled = aProcess(Clock.systemUTC(), stall, GAP_TIMEOUT);
        try (var stream = reader.store.openStream(null)) {
            CompletableFuture<Void> appending = stall.stall(() ->
                    stalled.append("s", 0, new Happened("late 1"), new Happened("late 2"), new Happened("late 3")));
            reader.append("f", 0, new Happened("fast"));
            assertThat(whats(take(stream, 1))).containsExactly("fast");

            stall.goOn();
            appending.join();
            assertThat(whats(take(stream, 3))).containsExactly("late 1", "late 2", "late 3");
        }
        assertThat(whats(aProcess().all())).containsExactly("fast", "late 1", "late 2", "late 3");
    }

    /** The gap time and no less; that it is no more is said by {@link GapWatchTest}, whose clock nothing delays. */
    @Test
    void a_writer_killed_after_taking_indexes_holds_readers_up_only_for_the_gap_time() throws Exception {
        try (var stream = reader.store.openStream(null)) {
            reader.append("a", 0, new Happened("before"));
            long killed = System.nanoTime();
            reader.log.counter().take(600); // all that is left of a killed writer
            reader.append("a", 1, new Happened("after"));

            assertThat(whats(take(stream, 2))).containsExactly("before", "after");
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isGreaterThanOrEqualTo(GAP_TIMEOUT);
        }
    }

    @Test
    void of_a_group_whose_writer_was_killed_half_way_readers_get_what_was_inserted() throws Exception {
        try (var stream = reader.store.openStream(null)) {
            reader.append("a", 0, new Happened("before"));
            // one insert of three commits, of which the store had come to the first and the last; before the indexes
            // are
            // taken, so that nobody buries them meanwhile
            long first = reader.log.counter().last() + 1;
            reader.log.commits().insert(List.of(commit(first, "b", "b0", "b1"), commit(first + 4, "d", "d0", "d1")));
            reader.log.counter().take(6);
            aProcess().append("a", 1, new Happened("after"));

            assertThat(whats(take(stream, 6))).containsExactly("before", "b0", "b1", "d0", "d1", "after");
        }
        assertThat(whats(aProcess().all())).containsExactly("before", "b0", "b1", "d0", "d1", "after");
        aProcess().append("c", 0, new Happened("c0, whose caller tries again"));
    }

    private StoredCommit commit(long index, String aggregateId, String... whats) {
        EventSerializer serializer = new EventSerializer();
        List<StoredEntry> entries = new ArrayList<>();
        for (String what : whats) {
            var message = reader.message(aggregateId, entries.size(), new Happened(what));
            entries.add(StoredEntry.of(message, serializer));
        }
        return new PendingCommit(entries).placedAt(index);
    }

    @Test
    void a_reader_that_is_far_behind_gets_over_a_dead_writers_gap_too() throws Exception {
        reader.append("a", 0, new Happened("before"));
        reader.log.counter().take(3);
        OneProcess writer = aProcess();
        writer.append("a", 1, new Happened("after"));
        OneProcess late = aProcess();

        try (var stream = late.store.openStream(new GlobalSequenceTrackingToken(0))) {
            assertThat(whats(take(stream, 2))).containsExactly("before", "after");
        }
    }

    @Test
    void a_reader_does_not_bury_what_a_writer_has_inserted_after_all() throws Exception {
        reader.append("a", 0, new Happened("1"), new Happened("2"), new Happened("3"));
        reader.log.commits().graveyard().buryGap(1, 3);

        try (var stream = aProcess().store.openStream(new GlobalSequenceTrackingToken(2))) {
            assertThat(whats(take(stream, 1))).containsExactly("3");
        }
        assertThat(whats(reader.all())).containsExactly("1", "2", "3");
    }

    @Test
    void two_readers_that_bury_the_same_gap_agree() throws Exception {
        OneProcess other = aProcess();
        reader.log.counter().take(20);
        reader.append("a", 0, new Happened("after"));

        for (OneProcess process : List.of(reader, other)) {
            try (var stream = process.store.openStream(null)) {
                assertThat(CommitMessages.indexOf(take(stream, 1).getFirst())).isEqualTo(21);
            }
        }
    }

    @Test
    void a_counter_that_was_set_back_is_moved_up_at_the_start_and_on_the_run() {
        reader.append("a", 0, new Happened("1"), new Happened("2"), new Happened("3"));
        setCounterBack();
        aProcess().append("a", 3, new Happened("4"));
        setCounterBack();
        reader.append("a", 4, new Happened("5"));

        assertThat(whats(reader.all())).containsExactly("1", "2", "3", "4", "5");
    }

    private void setCounterBack() {
        database.getCollection(GlobalCounter.COLLECTION)
                .updateOne(Filters.eq("_id", "events"), Updates.set("next", 1L));
    }
}
