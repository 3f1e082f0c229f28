package io.curtaincall.events.hook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one media server that reports by hooks. */
public record HookSourceId(@JsonValue String value) {
    @JsonCreator
    public HookSourceId {
        if (value.isBlank()) throw new IllegalArgumentException("hook source id is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
