package io.curtaincall.config.account;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.SealedSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By what a new credential will be known, nothing of it in clear. */
sealed interface Proof {
    String id();

    Kind kind();

    AccountEvent issued(AccountId account, Grant grant, @Nullable String note, Instant at);

    static Proof of(Kind kind, String id, String secret, SecretSealer sealer) {
        return switch (kind) {
            case TOKEN -> new Token(id, Hashes.sha256Hex(secret));
            case ACCESS_KEY -> new AccessKey(id, sealer.seal(secret));
        };
    }

    /** A bearer token's. */
    record Token(String id, String hash) implements Proof {
        @Override
        public Kind kind() {
            return Kind.TOKEN;
        }

        @Override
        public AccountEvent issued(AccountId account, Grant grant, @Nullable String note, Instant at) {
            return new AccountTokenIssued(account, id, hash, grant, note, at);
        }
    }

    /** An access key's. */
    record AccessKey(String id, SealedSecret secret) implements Proof {
        @Override
        public Kind kind() {
            return Kind.ACCESS_KEY;
        }

        @Override
        public AccountEvent issued(AccountId account, Grant grant, @Nullable String note, Instant at) {
            return new AccessKeyIssued(account, id, secret, at, grant, note);
        }
    }
}
