package io.curtaincall.config.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.directory.Credential;
import io.curtaincall.events.account.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token or access key as listed: nothing secret.
 *
 * @param domains absent if it is limited to none
 * @param endsAt absent if no end is known
 */
@JsonPropertyOrder({"id", "role", "domains", "note", "issuedAt", "endsAt"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialView(
        String id,
        Role role,
        @Nullable List<String> domains,
        @Nullable String note,
        Instant issuedAt,
        @Nullable Instant endsAt) {
    static CredentialView of(Credential credential) {
        return new CredentialView(
                credential.id(),
                credential.grant().role(),
                credential.grant().domains(),
                credential.note(),
                credential.issuedAt(),
                credential.endsAt());
    }
}
