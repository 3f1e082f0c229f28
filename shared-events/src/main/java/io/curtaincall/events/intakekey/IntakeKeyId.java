package io.curtaincall.events.intakekey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one key that reports are signed with. */
public record IntakeKeyId(@JsonValue String value) {
    @JsonCreator
    public IntakeKeyId {
        if (value.isBlank()) throw new IllegalArgumentException("intake key id is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
