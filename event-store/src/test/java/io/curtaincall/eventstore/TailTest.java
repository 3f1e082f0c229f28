package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.stored.EventSerializer;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class TailTest {
    private final CommitMessages messages = new CommitMessages(new EventSerializer(), new EventUpcasterChain());
    private final Tail tail = new Tail(10, messages::tracked);

    @Test
    void commits_are_given_out_in_order_whatever_the_order_they_come_in() {
        assertThat(tail.offer(List.of(commit(13, 1), commit(12, 1)))).isFalse();
        assertThat(tail.hasHole()).isTrue();
        assertThat(tail.offer(List.of(commit(11, 1)))).isTrue();

        assertThat(indexesAfter(10)).containsExactly(11L, 12L, 13L);
        assertThat(tail.hasHole()).isFalse();
        assertThat(tail.settled()).isEqualTo(13);
    }

    @Test
    void a_commit_offered_twice_is_there_once() {
        tail.offer(List.of(commit(11, 2), commit(11, 2)));
        tail.offer(List.of(commit(11, 2), commit(13, 1)));

        assertThat(indexesAfter(10)).containsExactly(11L, 12L, 13L);
    }

    @Test
    void reading_may_start_inside_a_commit() {
        tail.offer(List.of(commit(11, 3), commit(14, 3)));

        assertThat(indexesAfter(12)).containsExactly(13L, 14L, 15L, 16L);
    }

    @Test
    void a_tombstone_moves_readers_on_and_gives_them_nothing() {
        tail.offer(List.of(StoredCommit.tombstone(11, 0)));

        assertThat(tail.after(10, 100)).hasValueSatisfying(slice -> {
            assertThat(slice.messages()).isEmpty();
            assertThat(slice.reached()).isEqualTo(11);
        });
    }

    @Test
    void what_is_before_the_tail_or_no_longer_kept_must_be_read_elsewhere() {
        assertThat(tail.after(9, 100)).isEmpty();
        for (int i = 0; i < 100; i++) {
            tail.offer(List.of(commit(11 + 100L * i, 100)));
        }

        assertThat(tail.after(10, 100)).isEmpty();
        assertThat(indexesAfter(10_000)).hasSize(10);
    }

    @Test
    void a_slice_stops_at_a_commits_end_once_it_is_long_enough() {
        tail.offer(List.of(commit(11, 3), commit(14, 3), commit(17, 3)));

        assertThat(tail.after(10, 4)).hasValueSatisfying(slice -> {
            assertThat(slice.messages()).hasSize(6);
            assertThat(slice.reached()).isEqualTo(16);
        });
    }

    @Test
    void payloads_count_towards_what_is_kept() {
        for (int i = 0; i < 40; i++) {
            tail.offer(List.of(new StoredCommit(11 + i, 1, 0, "c", List.of(entry(1 << 20)))));
        }
        assertThat(tail.after(10, 1)).isEmpty();
        assertThat(indexesAfter(40)).hasSize(10);
    }

    private List<Long> indexesAfter(long index) {
        return tail.after(index, 100_000).orElseThrow().messages().stream()
                .map(CommitMessages::indexOf)
                .toList();
    }

    private static StoredCommit commit(long index, int size) {
        return new StoredCommit(
                index,
                size,
                0,
                "c" + index,
                IntStream.range(0, size).mapToObj(i -> entry(2)).toList());
    }

    private static StoredEntry entry(int bytes) {
        Binary payload = new Binary(new byte[bytes]);
        return new StoredEntry(
                "a", 0, "Thing", "id", 0, Happened.class.getName(), null, payload, new Binary(new byte[] {'{', '}'}));
    }
}
