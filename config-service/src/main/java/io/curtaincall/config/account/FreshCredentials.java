package io.curtaincall.config.account;

import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Credential.Kind;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Draws tokens and access keys, and what else a new account is given. */
@Component
public class FreshCredentials {
    private static final int PROJECT_ID_BYTES = 16;
    private static final int ACCOUNT_ID_BYTES = 6;

    private final FreshSecrets secrets;
    private final SecretSealer sealer;
    private final SecureRandom random;

    FreshCredentials(FreshSecrets secrets, SecretSealer sealer, SecureRandom random) {
        this.secrets = secrets;
        this.sealer = sealer;
        this.random = random;
    }

    public AccountCredentials draw(String accountId) {
        return new AccountCredentials(
                accountId, secrets.token("cct_"), secrets.token("AK"), secrets.token(""), hex(PROJECT_ID_BYTES));
    }

    /** One more of an account's. */
    FreshCredential draw(Kind kind) {
        return switch (kind) {
            case TOKEN -> drawn(kind, secrets.token("tk_"), secrets.token("cct_"));
            case ACCESS_KEY -> drawn(kind, secrets.token("AK"), secrets.token(""));
        };
    }

    FreshCredential drawOperatorToken() {
        return drawn(Kind.TOKEN, secrets.token("tk_"), secrets.token("cco_"));
    }

    private FreshCredential drawn(Kind kind, String id, String secret) {
        return new FreshCredential(Proof.of(kind, id, secret, sealer), secret);
    }

    String accountId() {
        return "acct-" + hex(ACCOUNT_ID_BYTES);
    }

    private String hex(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
