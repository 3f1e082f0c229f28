package io.curtaincall.events.notifyconfig;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one notify config for its whole life. */
public record NotifyConfigId(@JsonValue String value) {
    @JsonCreator
    public NotifyConfigId {
        if (value.isBlank()) throw new IllegalArgumentException("notify config id is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
