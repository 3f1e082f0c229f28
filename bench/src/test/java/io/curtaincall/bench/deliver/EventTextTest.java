package io.curtaincall.bench.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTextTest {
    private final EventText text = new EventText(1);

    @Test
    void the_number_of_an_event_is_found_again_in_its_text() {
        assertThat(text.numberIn(text.one(4711))).isEqualTo(4711);
        assertThat(text.numberIn("{\"id\":\"something else\"}")).isEqualTo(-1);
    }

    @Test
    void an_event_of_another_load_is_none_of_ours() {
        assertThat(text.numberIn(new EventText(2).one(4711))).isEqualTo(-1);
    }

    @Test
    void a_batch_holds_its_events_one_after_another() {
        assertThat(text.batch(7, 2)).isEqualTo("[" + text.one(7) + "," + text.one(8) + "]");
    }
}
