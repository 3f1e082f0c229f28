package io.curtaincall.dialects.huawei;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Accounts;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import java.nio.BufferUnderflowException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What stands in {@code X-Auth-Token}: an account's own token, or one of ours for a day. The latter says itself whose it
 * is and until when, sealed with the installation's key, so that every process can read it and nobody stores it.
 */
@Component
final class SubjectTokens {
    static final Duration VALIDITY = Duration.ofHours(24);
    private static final String PREFIX = "cct.";

    /** Nothing else that is sealed begins so: what users send has no control characters. */
    private static final String KIND = "\u0001subject-token";

    private final SecretSealer sealer;
    private final BearerTokens ownTokens;
    private final Accounts accounts;
    private final Clock clock;

    SubjectTokens(SecretSealer sealer, BearerTokens ownTokens, Directory directory, Clock clock) {
        this.sealer = sealer;
        this.ownTokens = ownTokens;
        this.accounts = directory.accounts();
        this.clock = clock;
    }

    record Issued(String token, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + issuedAt + ", " + expiresAt + "]";
        }
    }

    Issued issue(AccountId account) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(VALIDITY);
        SealedSecret sealed = sealer.seal(String.join("\n", KIND, "" + expiresAt.getEpochSecond(), account.value()));
        return new Issued(PREFIX + sealed.keyId() + "." + sealed.ciphertext(), now, expiresAt);
    }

    /**
     * @throws HuaweiRefusal if nobody has it, or not any more
     * @throws io.curtaincall.access.problem.RefusedException if it is the operator's, or no token of an account
     */
    AccountId account(String token) {
        if (!token.startsWith(PREFIX))
            return ownTokens.caller("Bearer " + token).requireAccount();
        String[] parts = opened(token).orElseThrow(SubjectTokens::unreadable).split("\n", 3);
        if (parts.length < 3 || !parts[0].equals(KIND)) throw unreadable();
        if (Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(clock.instant())) {
            throw HuaweiError.TOKEN_EXPIRED.refused();
        }
        return accounts.byId(new AccountId(parts[2]))
                .orElseThrow(SubjectTokens::unreadable)
                .accountId();
    }

    private Optional<String> opened(String token) {
        String[] parts = token.substring(PREFIX.length()).split("\\.", 2);
        if (parts.length < 2) return Optional.empty();
        try {
            return Optional.of(sealer.open(new SealedSecret(parts[0], parts[1])));
        } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static HuaweiRefusal unreadable() {
        return HuaweiError.unproven("decrypt token fail").refused();
    }
}
