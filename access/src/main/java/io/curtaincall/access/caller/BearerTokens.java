package io.curtaincall.access.caller;

import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Accounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells who calls by {@code Authorization: Bearer <token>} (RFC 6750). Tokens are compared by hash only. */
public final class BearerTokens {
    private static final String SCHEME = "bearer ";
    private final Accounts accounts;

    public BearerTokens(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there is no token or nobody has it */
    public Caller caller(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new Unauthenticated("send Authorization: Bearer <token>").refused();
        }
        String hash = Hashes.sha256Hex(authorization.substring(SCHEME.length()).strip());
        if (accounts.isOperatorToken(hash)) return new Operator();
        return accounts.byTokenHash(hash)
                .map(account -> new AccountCaller(account.accountId()))
                .orElseThrow(() -> new Unauthenticated("nobody has this token").refused());
    }
}
