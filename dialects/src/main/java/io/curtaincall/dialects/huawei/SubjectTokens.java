package io.curtaincall.dialects.huawei;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Rights;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dialects.admission.Admitted;
import io.curtaincall.directory.Credential;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.directory.Credentials;
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
    private final Credentials credentials;
    private final Clock clock;

    SubjectTokens(SecretSealer sealer, BearerTokens ownTokens, Directory directory, Clock clock) {
        this.sealer = sealer;
        this.ownTokens = ownTokens;
        this.credentials = directory.credentials();
        this.clock = clock;
    }

    record Issued(String token, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + issuedAt + ", " + expiresAt + "]";
        }
    }

    /** @param credential what proved the account to be it; the token ends when that does, and lets do no more */
    Issued issue(AccountId account, Credential credential) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(VALIDITY);
        SealedSecret sealed = sealer.seal(String.join(
                "\n",
                KIND,
                "" + expiresAt.getEpochSecond(),
                account.value(),
                credential.kind().name(),
                credential.id()));
        return new Issued(PREFIX + sealed.keyId() + "." + sealed.ciphertext(), now, expiresAt);
    }

    /**
     * @throws HuaweiRefusal if nobody has it, or not any more
     * @throws io.curtaincall.access.problem.RefusedException if it is the operator's, or no token of an account
     */
    Admitted holder(String token) {
        return token.startsWith(PREFIX) ? holderOfIssued(token) : holderOfOwn(token);
    }

    private Admitted holderOfOwn(String token) {
        if (ownTokens.hasEnded(token)) throw HuaweiError.TOKEN_EXPIRED.refused();
        Caller caller = ownTokens.caller("Bearer " + token);
        return new Admitted(caller.requireAccount(), caller.rights());
    }

    private Admitted holderOfIssued(String token) {
        String[] parts = opened(token).orElseThrow(SubjectTokens::unreadable).split("\n", 5);
        if (parts.length < 3 || !parts[0].equals(KIND)) throw unreadable();
        if (Instant.ofEpochSecond(Long.parseLong(parts[1])).isBefore(clock.instant())) {
            throw HuaweiError.TOKEN_EXPIRED.refused();
        }
        // one from before there were roles does not say what proved it
        if (parts.length < 5) throw HuaweiError.TOKEN_EXPIRED.refused();
        return credentials
                .find(Kind.valueOf(parts[3]), parts[4])
                .filter(credential -> credential.holdsAt(clock.instant()))
                .map(credential -> new Admitted(new AccountId(parts[2]), new Rights(credential.grant())))
                .orElseThrow(HuaweiError.TOKEN_EXPIRED::refused);
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
