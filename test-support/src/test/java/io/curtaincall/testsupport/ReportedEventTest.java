package io.curtaincall.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedEventTest {
    @Test
    void the_subject_is_percent_encoded_and_agrees_with_the_data() {
        assertThat(LiveEvents.started("live.example.com", "live", "直播 1").json())
                .contains("\"subject\":\"live.example.com/live/%E7%9B%B4%E6%92%AD%201\"")
                .contains("\"type\":\"org.example.recording.started.v1\"")
                .contains("\"event\":\"RECORD_STARTED\"");
    }

    @Test
    void two_events_have_two_identities() {
        ReportedEvent one = LiveEvents.over("live.example.com", "live", "demo");
        ReportedEvent other = LiveEvents.over("live.example.com", "live", "demo");

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(LiveEvents.batch(List.of(one, other))).isEqualTo("[" + one.json() + "," + other.json() + "]");
    }
}
