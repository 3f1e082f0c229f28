package io.curtaincall.eventstore;

import static io.curtaincall.eventstore.OneProcess.whats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** A commit is stored whole or not at all, once, at places in its streams that nobody else has. */
class AppendIT extends EventStoreContract {
    private final OneProcess process = aProcess();

    AppendIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void what_is_read_back_is_what_was_appended() {
        var message = process.message("thing-1", 0, new Happened("a"));
        process.engine.appendEvents(List.of(message));

        var read = process.engine.readEvents("thing-1").asStream().toList();
        assertThat(read).singleElement().satisfies(event -> {
            assertThat(event.getIdentifier()).isEqualTo(message.getIdentifier());
            assertThat(event.getType()).isEqualTo("Thing");
            assertThat(event.getPayload()).isEqualTo(new Happened("a"));
            assertThat(event.getMetaData()).isEqualTo(message.getMetaData());
            assertThat(event.getTimestamp().toEpochMilli())
                    .isEqualTo(message.getTimestamp().toEpochMilli());
        });
    }

    @Test
    void a_stream_is_read_from_the_sequence_asked_for() {
        process.append("thing-1", 0, new Happened("a"), new Happened("b"));
        process.append("thing-1", 2, new Happened("c"));

        assertThat(process.engine.readEvents("thing-1", 1).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(1L, 2L);
        assertThat(process.engine.lastSequenceNumberFor("thing-1")).contains(2L);
        assertThat(process.engine.lastSequenceNumberFor("nothing")).isEmpty();
    }

    @Test
    void two_events_cannot_have_the_same_place_in_a_stream() {
        process.append("thing-1", 0, new Happened("a"));

        assertThatThrownBy(() -> process.append("thing-1", 0, new Happened("other")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(whats(process.all())).containsExactly("a");
    }

    @Test
    void a_commit_that_conflicts_at_its_last_event_leaves_nothing_behind() {
        process.append("taken", 5, new Happened("first"));

        assertThatThrownBy(() -> process.appender.append(List.of(
                        new NewEvent("Thing", "free", 0, new Happened("x")),
                        new NewEvent("Thing", "free", 1, new Happened("y")),
                        new NewEvent("Thing", "taken", 5, new Happened("z")))))
                .isInstanceOfSatisfying(AppendConflict.class, conflict -> {
                    assertThat(conflict.aggregateId()).isEqualTo("taken");
                    assertThat(conflict.sequence()).isEqualTo(5);
                });
        process.append("later", 0, new Happened("later"));

        assertThat(whats(process.all())).containsExactly("first", "later");
        assertThat(process.streams.read("free")).isEmpty();
    }

    @Test
    void a_commit_cannot_conflict_with_itself() {
        assertThatThrownBy(() -> process.appender.append(List.of(
                        new NewEvent("Thing", "same", 0, new Happened("x")),
                        new NewEvent("Thing", "same", 0, new Happened("y")))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(process.all()).isEmpty();
    }

    @Test
    void the_same_commit_appended_again_is_stored_once() {
        var messages = List.of(
                process.message("thing-1", 0, new Happened("a")), process.message("thing-1", 1, new Happened("b")));
        process.engine.appendEvents(messages);
        process.engine.appendEvents(messages);

        assertThat(whats(process.all())).containsExactly("a", "b");
    }

    @Test
    void an_event_of_no_aggregate_is_stored_and_tracked() {
        process.engine.appendEvents(List.of(new GenericEventMessage<>(new Happened("alone"))));

        assertThat(process.all())
                .singleElement()
                .isInstanceOf(TrackedEventMessage.class)
                .isNotInstanceOf(DomainEventMessage.class)
                .satisfies(event -> assertThat(event.getPayload()).isEqualTo(new Happened("alone")));
    }

    @Test
    void a_commit_too_big_for_one_document_is_refused_and_the_next_one_is_not() {
        assertThatThrownBy(() -> process.append("big", 0, new Happened("x".repeat(PendingCommit.MOST_BYTES))))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("does not fit into one document");
        process.append("small", 0, new Happened("small"));

        assertThat(whats(process.all())).containsExactly("small");
    }

    @Test
    void a_commit_of_ten_megabytes_goes_through() throws Exception {
        process.append("big", 0, new Happened("x".repeat(10 * 1024 * 1024)));

        try (var stream = process.store.openStream(null)) {
            assertThat(OneProcess.take(stream, 1)).hasSize(1);
        }
    }

    @Test
    void the_appender_answers_with_the_position_of_its_last_event() {
        long first = process.appender.append(List.of(new NewEvent("Thing", "a", 0, new Happened("x"))));
        long second = process.appender.append(List.of(
                new NewEvent("Thing", "b", 0, new Happened("x")), new NewEvent("Thing", "b", 1, new Happened("y"))));

        assertThat(second).isEqualTo(first + 2);
        assertThat(process.streams.position()).isEqualTo(second);
        assertThat(process.streams.read("b"))
                .extracting(StreamEvent::sequence, StreamEvent::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, second - 1),
                        org.assertj.core.groups.Tuple.tuple(1L, second));
    }
}
