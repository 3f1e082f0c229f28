package io.curtaincall.dialects.volcengine;

import io.curtaincall.events.live.Topic;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What callbacks tell of: configs name it by a {@code MessageType}, bodies and records by another word. */
enum EventType {
    PUSH_START("push", "push_start"),
    PUSH_END("push_end", "push_end"),
    SNAPSHOT("snapshot", "snapshot_event"),
    RECORD("record", "record_event");

    static final Set<Topic> ALL_TOPICS =
            Arrays.stream(values()).flatMap(type -> type.topics().stream()).collect(Collectors.toUnmodifiableSet());

    private final String messageType;
    private final String wireName;

    EventType(String messageType, String wireName) {
        this.messageType = messageType;
        this.wireName = wireName;
    }

    String messageType() {
        return messageType;
    }

    String wireName() {
        return wireName;
    }

    Set<Topic> topics() {
        return switch (this) {
            case PUSH_START -> Set.of(Topic.STREAM_STARTED);
            case PUSH_END -> Set.of(Topic.STREAM_ENDED);
            case SNAPSHOT -> Set.of(Topic.SNAPSHOT_TAKEN);
            case RECORD -> Topic.ALL_RECORDING;
        };
    }

    static Optional<EventType> ofMessageType(String name) {
        return first(type -> type.messageType.equals(name));
    }

    static Optional<EventType> ofWireName(String name) {
        return first(type -> type.wireName.equals(name));
    }

    static Optional<EventType> of(Topic topic) {
        return first(type -> type.topics().contains(topic));
    }

    private static Optional<EventType> first(Predicate<EventType> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }
}
