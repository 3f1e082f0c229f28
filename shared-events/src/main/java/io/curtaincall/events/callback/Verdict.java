package io.curtaincall.events.callback;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What follows an attempt. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = Verdict.RetryAt.class, name = "retry"),
    @JsonSubTypes.Type(value = Verdict.Abandoned.class, name = "abandoned")
})
public sealed interface Verdict {
    /** The receiver has it; nothing follows. */
    record Delivered() implements Verdict {}

    /**
     * Another attempt follows.
     *
     * @param at not before then
     * @param step which step of the policy this is, such as {@code quick 2} or {@code schedule 1}
     * @param jitterMillis the part of the wait that was drawn by lot
     */
    record RetryAt(Instant at, String step, long jitterMillis) implements Verdict {}

    /** Nothing follows, and why. */
    record Abandoned(String reason) implements Verdict {}
}
