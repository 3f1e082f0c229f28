package io.curtaincall.dispatch.hook.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a hook means for a recording session, whatever server sent it. */
public sealed interface Signal {
    /** The server's name for the hook. */
    String call();

    /** What it means for other sessions of the same stream that one begins. */
    enum Others {
        /** One of them may keep the name, and this one be refused. */
        MAY_WIN,
        /** They are over. */
        ARE_OVER,
        /** Nothing, they go on beside it. */
        GO_ON,
        /** There are none: the one that is there is this one, told of again. */
        ARE_THIS
    }

    /**
     * @param inferred whether the server only said that somebody publishes
     * @param path the file it records to, if it said so
     * @param once whether the server names no two sessions alike
     */
    record Began(
            String call,
            Instant at,
            boolean inferred,
            @Nullable String path,
            Others others,
            boolean once) implements Signal {}

    /** Still there. */
    record Alive(String call) implements Signal {}

    /**
     * @param at by the server's clock, null if it does not say
     * @param filesFollow whether the server makes its files only now, which takes time
     */
    record Ended(String call, @Nullable Instant at, boolean filesFollow) implements Signal {
        public Ended(String call) {
            this(call, null, false);
        }
    }

    /**
     * It ended and something went wrong, as the server says.
     *
     * @param code in the words of the canonical form
     * @param files whether that counts although there are files
     */
    record Failed(String call, @Nullable Instant at, String code, String message, boolean files) implements Signal {}

    /**
     * @param last whether the session ends with it
     * @param at when the server told, by its clock, null if it does not say
     */
    record FileClosed(
            String call,
            ServerFile file,
            boolean last,
            @Nullable Instant at) implements Signal {
        FileClosed(String call, ServerFile file, boolean last) {
            this(call, file, last, null);
        }
    }

    /** The publisher left then, by the server's clock; what is recorded may end later. */
    record PublisherLeft(String call, Instant at) implements Signal {}

    /** Whatever sessions the stream has, they end. */
    record StreamGone(String call) implements Signal {}
}
