package io.curtaincall.config.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token or access key that was just issued, with its secret in clear, which is shown this once.
 *
 * @param token of a token
 * @param accessKeyId the id again, of an access key
 * @param replaces what it was rotated from
 */
@JsonPropertyOrder({"id", "token", "accessKeyId", "accessKeySecret", "role", "domains", "note", "issuedAt", "replaces"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewCredentialView(
        String id,
        @Nullable String token,
        @Nullable String accessKeyId,
        @Nullable String accessKeySecret,
        Role role,
        @Nullable List<String> domains,
        @Nullable String note,
        Instant issuedAt,
        @Nullable Replaced replaces) {
    record Replaced(String id, Instant endsAt) {}

    /** @param replaced the id of what it was rotated from, null if it was not */
    static NewCredentialView of(FreshCredential fresh, Issued issued, @Nullable String replaced) {
        boolean token = fresh.proof().kind() == Kind.TOKEN;
        String id = fresh.proof().id();
        Instant end = issued.replacedEndsAt();
        return new NewCredentialView(
                id,
                token ? fresh.secret() : null,
                token ? null : id,
                token ? null : fresh.secret(),
                issued.grant().role(),
                issued.grant().domains(),
                issued.note(),
                issued.at(),
                replaced == null || end == null ? null : new Replaced(replaced, end));
    }

    @Override
    public String toString() {
        return "NewCredentialView[" + id + "]";
    }
}
