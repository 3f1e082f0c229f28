package io.curtaincall.dialects.admission;

import io.curtaincall.access.caller.Rights;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Credential;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts' access keys, each secret opened once and then kept in memory; whether a key holds is asked each time. */
public final class AccessKeys {
    private final Directory directory;
    private final SecretSealer sealer;
    private final Clock clock;
    private final Map<AccessKeyIssued, String> secrets = new ConcurrentHashMap<>();

    public AccessKeys(Directory directory, SecretSealer sealer, Clock clock) {
        this.directory = directory;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param secret in clear */
    public record AccessKey(Credential credential, Admitted holder, String secret) {
        @Override
        public String toString() {
            return "AccessKey[" + holder.account() + "]";
        }
    }

    /** Nothing if nobody has it, or not any more. */
    public Optional<AccessKey> find(String keyId) {
        return credential(keyId)
                .filter(this::holds)
                .flatMap(credential -> directory.accounts().accessKey(keyId).map(key -> accessKey(credential, key)));
    }

    /** Whether somebody had it who was known by it then, but is not any more. */
    public boolean hasEnded(String keyId) {
        return credential(keyId).filter(credential -> !holds(credential)).isPresent();
    }

    private boolean holds(Credential credential) {
        return credential.holdsAt(clock.instant());
    }

    private Optional<Credential> credential(String keyId) {
        return directory.credentials().find(Kind.ACCESS_KEY, keyId);
    }

    private AccessKey accessKey(Credential credential, AccessKeyIssued key) {
        Admitted holder = new Admitted(key.accountId(), new Rights(credential.grant()));
        return new AccessKey(credential, holder, secrets.computeIfAbsent(key, k -> sealer.open(k.secret())));
    }
}
