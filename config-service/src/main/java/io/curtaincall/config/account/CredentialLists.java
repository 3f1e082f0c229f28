package io.curtaincall.config.account;

import io.curtaincall.directory.Credential;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The credentials that hold at this moment, oldest first: so few that they need no pages. */
@Component
class CredentialLists {
    private final Directory directory;
    private final Clock clock;

    CredentialLists(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    record Listed(List<CredentialView> credentials) {}

    /** @param owner null for the operator */
    Listed of(@Nullable AccountId owner, Kind kind) {
        return new Listed(holding(owner, kind).map(CredentialView::of).toList());
    }

    List<String> accessKeyIds(AccountId owner) {
        return holding(owner, Kind.ACCESS_KEY).map(Credential::id).toList();
    }

    private Stream<Credential> holding(@Nullable AccountId owner, Kind kind) {
        Instant now = clock.instant();
        return directory.credentials().of(owner, kind).stream().filter(credential -> credential.holdsAt(now));
    }
}
