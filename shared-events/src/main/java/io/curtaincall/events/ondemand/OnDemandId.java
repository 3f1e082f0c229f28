package io.curtaincall.events.ondemand;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one decision whether to record a stream. */
public record OnDemandId(@JsonValue String value) {
    @JsonCreator
    public OnDemandId {
        if (value.isBlank()) throw new IllegalArgumentException("on-demand id is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
