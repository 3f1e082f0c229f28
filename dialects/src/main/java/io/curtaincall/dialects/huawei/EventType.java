package io.curtaincall.dialects.huawei;

import io.curtaincall.events.live.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a receiver can be told of, as the vendor names it. */
enum EventType {
    /** Not among the API's constants, but the console and the messages have it. */
    RECORD_START(Topic.RECORDING_STARTED),
    /** That a recording period was over and the next file began has no event here. */
    RECORD_NEW_FILE_START(Topic.RECORDING_STARTED, Topic.RECORDING_RESUMED),
    RECORD_FILE_COMPLETE(Topic.RECORDING_FILE_COMPLETED),
    RECORD_OVER(Topic.RECORDING_OVER),
    RECORD_FAILED(Topic.RECORDING_FAILED);

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of gives cannot be changed
    private final Set<Topic> topics;

    EventType(Topic... topics) {
        this.topics = Set.of(topics);
    }

    static Optional<EventType> find(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    static Set<Topic> topics(Collection<EventType> types) {
        return types.stream().flatMap(type -> type.topics.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** As what those who want these types are told of it; a beginning has two names, and a message for each. */
    static List<EventType> of(Topic topic, Collection<EventType> wanted) {
        List<EventType> asked = Arrays.stream(values())
                .filter(type -> type.topics.contains(topic) && wanted.contains(type))
                .toList();
        if (!asked.isEmpty()) return asked;
        return Arrays.stream(values())
                .filter(type -> type != RECORD_START && type.topics.contains(topic))
                .toList();
    }

    /** As what those are told of these topics who once wanted these types. */
    static List<EventType> toldBy(Set<Topic> topics, Collection<EventType> wanted) {
        Set<EventType> told =
                topics.stream().flatMap(topic -> of(topic, wanted).stream()).collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(values()).filter(told::contains).toList();
    }

    /** Whether it is about one file. */
    boolean isOfFile() {
        return this == RECORD_NEW_FILE_START || this == RECORD_FILE_COMPLETE;
    }
}
