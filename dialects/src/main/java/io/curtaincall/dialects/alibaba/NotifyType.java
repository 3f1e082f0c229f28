package io.curtaincall.dialects.alibaba;

import io.curtaincall.events.live.Topic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What the records call a callback's subject; topics that have no name there are not found there. */
final class NotifyType {
    private static final Map<Topic, String> NAMES = new EnumMap<>(Map.of(
            Topic.RECORDING_FILE_COMPLETED, "file_created",
            Topic.RECORDING_STARTED, "record_started",
            Topic.RECORDING_PAUSED, "record_paused",
            Topic.RECORDING_RESUMED, "record_resumed",
            Topic.RECORDING_FAILED, "record_error"));

    private NotifyType() {}

    static Set<Topic> topics() {
        return Collections.unmodifiableSet(NAMES.keySet());
    }

    static String of(Topic topic) {
        return NAMES.getOrDefault(topic, "");
    }
}
