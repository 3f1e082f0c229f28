package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many streams' events are read at once. */
class PlacesIT extends EventStoreContract {
    private final OneProcess process = aProcess();

    PlacesIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void events_are_found_by_their_places_whatever_they_were_appended_with() {
        process.append("alone", 0, new Happened("a"));
        process.append("alone", 1, new Happened("b"));
        process.append("pair", 0, new Happened("c"), new Happened("d"));
        process.appender.append(List.of(
                new NewEvent("Thing", "one", 0, new Happened("e")),
                new NewEvent("Thing", "other", 3, new Happened("f"))));
        Set<Place> places =
                Set.of(new Place("alone", 1), new Place("pair", 0), new Place("pair", 1), new Place("other", 3));

        var found = process.streams.at(places);

        assertThat(found.keySet()).isEqualTo(places);
        assertThat(found.values())
                .extracting(event -> ((Happened) event.payload()).what())
                .containsExactlyInAnyOrder("b", "c", "d", "f");
        assertThat(found).allSatisfy((place, event) -> {
            assertThat(event.aggregateId()).isEqualTo(place.aggregateId());
            assertThat(event.sequence()).isEqualTo(place.sequence());
            assertThat(process.streams.read(place.aggregateId())).contains(event);
        });
    }

    @Test
    void a_place_without_an_event_is_left_out() {
        process.append("alone", 0, new Happened("a"));

        assertThat(process.streams.at(Set.of(new Place("alone", 1), new Place("nobody", 0))))
                .isEmpty();
        assertThat(process.streams.at(Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 16, 17, 33, 100})
    void a_stream_is_as_long_as_what_was_appended(int events) {
        for (int i = 0; i < events; i++) process.append("long", i, new Happened("x"));
        process.append("longer", 0, new Happened("y"));

        assertThat(process.streams.length("long")).isEqualTo(events);
    }

    @Test
    void a_thousand_streams_are_read_at_once() {
        Set<Place> places = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            process.append("thing-" + i, 0, new Happened("first"), new Happened("second"));
            places.add(new Place("thing-" + i, 1));
        }

        assertThat(process.streams.at(places)).hasSize(1000).containsOnlyKeys(places);
    }
}
