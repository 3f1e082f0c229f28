package io.curtaincall.events.live;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a live event is about; a notify config names those it wants. */
public enum Topic {
    RECORDING_STARTED("recording.started", "RECORD_STARTED"),
    RECORDING_PAUSED("recording.paused", "RECORD_PAUSED"),
    RECORDING_RESUMED("recording.resumed", "RECORD_RESUMED"),
    RECORDING_FILE_COMPLETED("recording.file.completed", "RECORD_FILE_COMPLETED"),
    RECORDING_OVER("recording.over", "RECORD_OVER"),
    RECORDING_FAILED("recording.failed", "RECORD_FAILED"),
    STREAM_STARTED("stream.started", "STREAM_STARTED"),
    STREAM_ENDED("stream.ended", "STREAM_ENDED"),
    /** The relay of a mixed stream of several publishers began, ended or failed. */
    MPU_STATE_CHANGED("mpu.state-changed", "MPU_STATE_CHANGED"),
    /** A picture of the stream was stored. */
    SNAPSHOT_TAKEN("snapshot.taken", "SNAPSHOT_TAKEN");

    /** What a config asks for when it does not say. */
    public static final Set<Topic> ALL_RECORDING =
            Collections.unmodifiableSet(EnumSet.range(RECORDING_STARTED, RECORDING_FAILED));

    private final String wireName;
    private final String eventName;

    Topic(String wireName, String eventName) {
        this.wireName = wireName;
        this.eventName = eventName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The value of {@code data.event} in a canonical CloudEvent. */
    public String eventName() {
        return eventName;
    }

    /** The topic of a CloudEvents type such as {@code org.example.recording.file.completed.v1}, if it is one. */
    public static Optional<Topic> ofCloudEventType(String type) {
        return Arrays.stream(values())
                .filter(topic -> type.endsWith("." + topic.wireName + ".v1"))
                .findFirst();
    }

    /** @throws IllegalArgumentException if there is no such topic */
    @JsonCreator
    public static Topic of(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown topic: " + wireName));
    }

    public static Optional<Topic> find(String wireName) {
        return Arrays.stream(values())
                .filter(topic -> topic.wireName.equals(wireName))
                .findFirst();
    }
}
