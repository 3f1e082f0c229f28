package io.curtaincall.events.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CallbackIdTest {
    @Property
    void the_live_event_is_found_from_the_callback(@ForAll String source, @ForAll String id) {
        LiveEventKey key = LiveEventKey.of(source, id);
        assertThat(CallbackId.of(key, new NotifyConfigId("nc")).liveEventKey()).isEqualTo(key);
    }

    @Test
    void the_same_fact_for_the_same_config_has_the_same_id_in_every_process() {
        CallbackId callback = CallbackId.of(LiveEventKey.of("/a", "1"), new NotifyConfigId("nc_1"));
        assertThat(callback.value()).isEqualTo("cb_20952356333h5m6k33pejoopna_071d31asq1b37");
    }

    @Test
    void source_and_id_cannot_be_shifted_into_one_another() {
        assertThat(LiveEventKey.of("/a", "b1")).isNotEqualTo(LiveEventKey.of("/ab", "1"));
    }

    @Test
    void text_of_another_form_is_no_callback_id() {
        assertThatThrownBy(() -> new CallbackId("cb_../../x")).isInstanceOf(IllegalArgumentException.class);
    }
}
