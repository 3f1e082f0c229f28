package io.curtaincall.events.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
    @ParameterizedTest
    @EnumSource(Topic.class)
    void a_cloud_event_type_of_any_vendor_names_its_topic(Topic topic) {
        assertThat(Topic.ofCloudEventType("org.example." + topic.wireName() + ".v1"))
                .contains(topic);
    }

    @Test
    void a_type_of_another_version_or_another_word_end_is_none() {
        assertThat(Topic.ofCloudEventType("org.example.recording.started.v2")).isEmpty();
        assertThat(Topic.ofCloudEventType("org.example.prerecording.started.v1"))
                .isEmpty();
    }

    @Test
    void by_default_a_config_asks_for_recordings_and_not_for_streams_and_snapshots() {
        assertThat(Topic.ALL_RECORDING)
                .hasSize(6)
                .allSatisfy(topic -> assertThat(topic.wireName()).startsWith("recording."));
    }
}
