package io.curtaincall.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild of a read model.
 *
 * @param position of the event projected last
 * @param target position of the newest event when the rebuild was asked for
 * @param failure why it was not done, null unless failed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Replay(
        String id,
        String projection,
        State state,
        long position,
        long target,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    /** Where a replay stands; callers see one that is asked for and not yet begun as running. */
    enum State {
        ASKED,
        RUNNING,
        DONE,
        FAILED;

        @JsonValue
        String wireName() {
            return this == ASKED ? RUNNING.wireName() : name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonProperty
    int percent() {
        if (state == State.DONE || target == 0) return state == State.ASKED ? 0 : 100;
        return (int) (100 * Math.min(position, target) / target);
    }

    boolean open() {
        return state == State.ASKED || state == State.RUNNING;
    }
}
