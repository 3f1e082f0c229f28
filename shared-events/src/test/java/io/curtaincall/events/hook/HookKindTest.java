package io.curtaincall.events.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HookKindTest {
    /** They stand in events and in the addresses that media servers call. */
    @Test
    void a_name_that_was_ever_stored_stays() {
        assertThat(HookKind.values())
                .extracting(HookKind::wireName)
                .contains(
                        "nginx-rtmp",
                        "node-media-server",
                        "srs",
                        "oryx",
                        "mediamtx",
                        "livekit",
                        "ovenmediaengine",
                        "ant-media")
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(HookKind.of(name).wireName()).isEqualTo(name));
    }

    @Test
    void a_name_that_is_none_is_refused() {
        assertThat(HookKind.find("wowza")).isEmpty();
        assertThatThrownBy(() -> HookKind.of("wowza")).isInstanceOf(IllegalArgumentException.class);
    }
}
