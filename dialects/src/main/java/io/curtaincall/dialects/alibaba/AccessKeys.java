package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The accounts' access keys, each secret opened once and then kept in memory. */
@Component("alibabaAccessKeys")
final class AccessKeys {
    private final Directory directory;
    private final SecretSealer sealer;
    private final Map<AccessKeyIssued, String> secrets = new ConcurrentHashMap<>();

    AccessKeys(Directory directory, SecretSealer sealer) {
        this.directory = directory;
        this.sealer = sealer;
    }

    /** @param secret in clear */
    record AccessKey(AccountId account, String secret) {
        @Override
        public String toString() {
            return "AccessKey[" + account + "]";
        }
    }

    Optional<AccessKey> find(String keyId) {
        return directory
                .accounts()
                .accessKey(keyId)
                .map(key -> new AccessKey(key.accountId(), secrets.computeIfAbsent(key, k -> sealer.open(k.secret()))));
    }
}
