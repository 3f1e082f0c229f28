package io.curtaincall.dialects.admission;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts' access keys, each secret opened once and then kept in memory. */
public final class AccessKeys {
    private final Directory directory;
    private final SecretSealer sealer;
    private final Map<AccessKeyIssued, String> secrets = new ConcurrentHashMap<>();

    public AccessKeys(Directory directory, SecretSealer sealer) {
        this.directory = directory;
        this.sealer = sealer;
    }

    /** @param secret in clear */
    public record AccessKey(AccountId account, String secret) {
        @Override
        public String toString() {
            return "AccessKey[" + account + "]";
        }
    }

    public Optional<AccessKey> find(String keyId) {
        return directory
                .accounts()
                .accessKey(keyId)
                .map(key -> new AccessKey(key.accountId(), secrets.computeIfAbsent(key, k -> sealer.open(k.secret()))));
    }
}
