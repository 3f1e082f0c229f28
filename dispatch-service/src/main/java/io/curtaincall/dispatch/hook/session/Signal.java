package io.curtaincall.dispatch.hook.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a hook means for a recording session, whatever server sent it. */
sealed interface Signal {
    /** The server's name for the hook. */
    String call();

    /**
     * @param inferred whether the server only said that somebody publishes
     * @param path the file it records to, if it said so
     */
    record Began(
            String call,
            Instant at,
            boolean inferred,
            @Nullable String path) implements Signal {}

    /** Still there. */
    record Alive(String call) implements Signal {}

    record Ended(String call) implements Signal {}

    /**
     * @param sizeBytes as the server says
     * @param last whether the session ends with it
     */
    record FileClosed(
            String call,
            String path,
            String recorder,
            @Nullable Long sizeBytes,
            boolean last) implements Signal {}

    /** The publisher left then, by the server's clock; what is recorded may end later. */
    record PublisherLeft(String call, Instant at) implements Signal {}
}
