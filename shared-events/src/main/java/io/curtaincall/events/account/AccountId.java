package io.curtaincall.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one tenant; appears in every read model so that data stays with its owner. */
public record AccountId(@JsonValue String value) {
    @JsonCreator
    public AccountId {
        if (value.isBlank()) throw new IllegalArgumentException("account id is blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
