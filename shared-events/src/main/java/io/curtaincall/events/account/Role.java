package io.curtaincall.events.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a token or an access key lets its holder do; each role may what those before it may. */
public enum Role {
    /** Everything that can be read but what was sent to receivers and what they answered. */
    @JsonProperty("read")
    READ,
    @JsonProperty("read-bodies")
    READ_BODIES,
    /** Changing configs and hook sources, reporting events. */
    @JsonProperty("write")
    WRITE,
    /** Running the installation; no account's. */
    @JsonProperty("operator")
    OPERATOR;

    public static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
