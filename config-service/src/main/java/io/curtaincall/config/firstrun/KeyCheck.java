package io.curtaincall.config.firstrun;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.SealedSecret;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Refuses to start with a master key that does not open the secrets there are. */
@Component
class KeyCheck {
    private final Directory directory;
    private final SecretSealer sealer;

    KeyCheck(Directory directory, SecretSealer sealer) {
        this.directory = directory;
        this.sealer = sealer;
    }

    /** @throws IllegalStateException in one sentence for whoever starts the service */
    void run() {
        secrets().filter(secret -> !sealer.canOpen(secret)).findFirst().ifPresent(secret -> {
            throw new IllegalStateException(
                    "CURTAINCALL_KEY is not the key that sealed the secrets in this store: start with key "
                            + secret.keyId() + ".");
        });
    }

    private Stream<SealedSecret> secrets() {
        return Stream.concat(
                directory.accounts().all().stream()
                        .flatMap(account -> account.accessKeys().stream())
                        .map(AccessKeyIssued::secret),
                directory.notifyConfigs().all().stream()
                        .flatMap(config -> Stream.ofNullable(config.signing().secret())));
    }
}
