package io.curtaincall.bench.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneysTest {
    private static final long MILLI = 1_000_000;
    private static final Window ALL = new Window(1, 1_000 * MILLI);

    private final Journeys journeys = new Journeys(1, 10);

    @Test
    void what_was_accepted_and_never_came_is_lost() {
        int first = journeys.next(3);
        journeys.accepted(first, 5);
        journeys.accepted(first + 1, 5);
        journeys.received(first, 6);

        assertThat(journeys.lost()).isEqualTo(1);
    }

    @Test
    void what_was_refused_and_came_all_the_same_is_not_lost() {
        journeys.received(journeys.next(1), 6);

        assertThat(journeys.lost()).isZero();
    }

    @Test
    void only_the_first_receipt_counts_for_the_time_and_the_others_are_duplicates() {
        int number = journeys.next(1);
        journeys.reported(number, MILLI);
        journeys.accepted(number, 2 * MILLI);

        assertThat(journeys.received(number, 4 * MILLI)).isTrue();
        assertThat(journeys.received(number, 9 * MILLI)).isFalse();

        assertThat(journeys.duplicated()).isEqualTo(1);
        assertThat(journeys.acceptToReceive(ALL).millisAt(0.5)).isEqualTo(2);
        assertThat(journeys.reportToReceive(ALL).millisAt(0.5)).isEqualTo(3);
    }

    @Test
    void numbers_end_with_the_capacity() {
        assertThat(journeys.next(8)).isZero();
        assertThat(journeys.next(8)).isEqualTo(-1);
    }
}
