package io.curtaincall.access.caller;

import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Credential;
import io.curtaincall.directory.Credentials;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who calls by {@code Authorization: Bearer <token>} (RFC 6750). Tokens are compared by hash only. */
public final class BearerTokens {
    private static final String SCHEME = "bearer ";
    private final Credentials credentials;
    private final Clock clock;

    public BearerTokens(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there is no token, nobody has it, or not any more */
    public Caller caller(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new Unauthenticated("send Authorization: Bearer <token>").refused();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return caller(proven(token).orElseThrow(() -> new Unauthenticated(refusalOf(token)).refused()));
    }

    /** What this token proves at this moment, nothing if nobody has it. */
    public Optional<Credential> proven(String token) {
        return credentials.token(Hashes.sha256Hex(token)).filter(found -> found.holdsAt(clock.instant()));
    }

    /** Whether somebody was known by it until lately, but is not any more. */
    public boolean hasEnded(String token) {
        return proven(token).isEmpty() && id(token).isPresent();
    }

    private String refusalOf(String token) {
        return id(token).map(id -> "this token, " + id + ", was revoked").orElse("nobody has this token");
    }

    private Optional<String> id(String token) {
        String hash = Hashes.sha256Hex(token);
        return credentials.token(hash).map(Credential::id).or(() -> credentials.endedToken(hash));
    }

    private static Caller caller(Credential credential) {
        Rights rights = new Rights(credential.grant());
        AccountId account = credential.accountId();
        return account == null ? new Operator(rights) : new AccountCaller(account, rights);
    }
}
