package io.curtaincall.config.account;

import io.curtaincall.access.sealing.FreshSecrets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Draws what a new account is given. */
@Component
public class FreshCredentials {
    private static final int PROJECT_ID_BYTES = 16;
    private static final int ACCOUNT_ID_BYTES = 6;

    private final FreshSecrets secrets;
    private final SecureRandom random;

    FreshCredentials(FreshSecrets secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    public AccountCredentials draw(String accountId) {
        return new AccountCredentials(
                accountId, secrets.token("cct_"), secrets.token("AK"), secrets.token(""), hex(PROJECT_ID_BYTES));
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
