package io.curtaincall.dialects.huawei;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.admission.AccessKeys;
import io.curtaincall.dialects.admission.AccessKeys.AccessKey;
import io.curtaincall.directory.Account;
import io.curtaincall.directory.Accounts;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may have a token: whoever knows an access key and its secret, or an account and its own token. There are no users
 * nor passwords here, so these stand for them.
 */
@Component
final class Identities {
    private final AccessKeys keys;
    private final Accounts accounts;

    Identities(AccessKeys keys, Directory directory) {
        this.keys = keys;
        this.accounts = directory.accounts();
    }

    /** @throws HuaweiRefusal if the secret is not the right one */
    Account proven(Identity identity) {
        return ofAccessKey(identity)
                .or(() -> ofOwnToken(identity))
                .orElseThrow(() -> HuaweiError.unproven("The username or password is wrong.")
                        .refused());
    }

    private Optional<Account> ofAccessKey(Identity identity) {
        return keys.find(identity.name())
                .filter(key -> isSame(key.secret(), identity.secret()))
                .map(AccessKey::account)
                .flatMap(accounts::byId);
    }

    private Optional<Account> ofOwnToken(Identity identity) {
        Optional<AccountId> named = keys.find(identity.name())
                .map(AccessKey::account)
                .or(() -> Optional.of(identity.name())
                        .filter(name -> !name.isBlank())
                        .map(AccountId::new));
        return accounts.byTokenHash(Hashes.sha256Hex(identity.secret()))
                .filter(account -> named.filter(account.accountId()::equals).isPresent());
    }

    private static boolean isSame(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
