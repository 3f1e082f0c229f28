package io.curtaincall.config.account;

import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens an account with its first access key; token and secret come hashed and sealed. */
public record OpenAccount(
        @TargetAggregateIdentifier AccountId accountId,
        String projectId,
        String tokenHash,
        String accessKeyId,
        SealedSecret accessKeySecret) {

    /** What opening it at this moment says, in the order of the account's stream. */
    public List<AccountEvent> events(Instant at) {
        return List.of(
                new AccountOpened(accountId, projectId, tokenHash, at),
                new AccessKeyIssued(accountId, accessKeyId, accessKeySecret, at));
    }
}
