package io.curtaincall.events.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** Who owns a streaming domain. Stored for ever: see docs/events.md before editing. */
public sealed interface DomainEvent {
    String domain();

    /** The domain and its live events belong to the account from now on. */
    record DomainAssigned(String domain, AccountId accountId, AssignedBy by, Instant assignedAt)
            implements DomainEvent {}

    /** How a domain came to its owner. */
    enum AssignedBy {
        @JsonProperty("first-use")
        FIRST_USE,
        @JsonProperty("operator")
        OPERATOR
    }
}
