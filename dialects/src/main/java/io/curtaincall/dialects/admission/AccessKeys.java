package io.curtaincall.dialects.admission;

import io.curtaincall.access.caller.Rights;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Credential;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.directory.Credentials;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts' access keys, each secret opened once and then kept while its key holds, which is asked each time. */
public final class AccessKeys {
    /** Beyond as many, or twice as many as hold, opened secrets are looked through for those whose keys have ended. */
    private static final int FEW = 1_000;

    private final Credentials credentials;
    private final SecretSealer sealer;
    private final Clock clock;
    private final Map<String, String> opened = new ConcurrentHashMap<>();
    private volatile int room = FEW;

    public AccessKeys(Directory directory, SecretSealer sealer, Clock clock) {
        this.credentials = directory.credentials();
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
        Optional<Credential> holding = holding(keyId);
        if (holding.isEmpty()) opened.remove(keyId);
        return holding.flatMap(credential -> secret(keyId).map(secret -> accessKey(credential, secret)));
    }

    /** Whether somebody was known by it until lately, but is not any more. */
    public boolean hasEnded(String keyId) {
        return holding(keyId).isEmpty()
                && (credentials.find(Kind.ACCESS_KEY, keyId).isPresent()
                        || credentials.hasEnded(Kind.ACCESS_KEY, keyId));
    }

    private Optional<Credential> holding(String keyId) {
        return credentials.find(Kind.ACCESS_KEY, keyId).filter(credential -> credential.holdsAt(clock.instant()));
    }

    private Optional<String> secret(String keyId) {
        String known = opened.get(keyId);
        if (known != null) return Optional.of(known);
        Optional<String> secret = credentials.accessKeySecret(keyId).map(sealer::open);
        secret.ifPresent(clear -> keep(keyId, clear));
        return secret;
    }

    private void keep(String keyId, String secret) {
        opened.put(keyId, secret);
        if (opened.size() <= room) return;
        opened.keySet().removeIf(id -> holding(id).isEmpty());
        room = Math.max(FEW, 2 * opened.size());
    }

    private static AccessKey accessKey(Credential credential, String secret) {
        AccountId holder = Objects.requireNonNull(credential.accountId(), "an access key is an account's");
        return new AccessKey(credential, new Admitted(holder, new Rights(credential.grant())), secret);
    }
}
