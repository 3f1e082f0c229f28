package io.curtaincall.dialects.huawei;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.dialects.admission.AccessKeys;
import io.curtaincall.directory.Account;
import io.curtaincall.directory.Accounts;
import io.curtaincall.directory.Credential;
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
    private final BearerTokens ownTokens;
    private final Accounts accounts;

    Identities(AccessKeys keys, BearerTokens ownTokens, Directory directory) {
        this.keys = keys;
        this.ownTokens = ownTokens;
        this.accounts = directory.accounts();
    }

    /** @param credential what proved it, and lets it do what it may */
    record Proven(Account account, Credential credential) {}

    /** @throws HuaweiRefusal if the secret is not the right one */
    Proven proven(Identity identity) {
        return ofAccessKey(identity)
                .or(() -> ofOwnToken(identity))
                .orElseThrow(() -> HuaweiError.unproven("The username or password is wrong.")
                        .refused());
    }

    private Optional<Proven> ofAccessKey(Identity identity) {
        return keys.find(identity.name())
                .filter(key -> isSame(key.secret(), identity.secret()))
                .flatMap(key -> proven(key.holder().account(), key.credential()));
    }

    private Optional<Proven> ofOwnToken(Identity identity) {
        Optional<AccountId> named = keys.find(identity.name())
                .map(key -> key.holder().account())
                .or(() -> Optional.of(identity.name())
                        .filter(name -> !name.isBlank())
                        .map(AccountId::new));
        return named.flatMap(account -> ownTokens
                .proven(identity.secret())
                .filter(token -> account.equals(token.accountId()))
                .flatMap(token -> proven(account, token)));
    }

    private Optional<Proven> proven(AccountId account, Credential credential) {
        return accounts.byId(account).map(known -> new Proven(known, credential));
    }

    private static boolean isSame(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
