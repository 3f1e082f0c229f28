package io.curtaincall.config.account;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.events.account.AccountId;

/** An account's credentials in clear. They are shown once and kept by nobody here. */
@JsonPropertyOrder({"id", "token", "accessKeyId", "accessKeySecret", "projectId"})
public record AccountCredentials(
        String id, String token, String accessKeyId, String accessKeySecret, String projectId) {

    /** The command that opens the account, without anything in clear. */
    public OpenAccount opening(SecretSealer sealer) {
        return new OpenAccount(
                new AccountId(id), projectId, Hashes.sha256Hex(token), accessKeyId, sealer.seal(accessKeySecret));
    }

    @Override
    public String toString() {
        return "AccountCredentials[" + id + "]";
    }
}
