package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which master key a process works with: the one it was given, that of its data folder, or a new one at first run. */
public final class KeyChoice {
    /** The setting; the environment's CURTAINCALL_KEY is the same to Spring. */
    public static final String SETTING = "curtaincall.key";

    public static final String VARIABLE = "CURTAINCALL_KEY";
    private static final Logger LOG = LoggerFactory.getLogger(KeyChoice.class);

    private final String given;
    private final KeyFile file;
    private volatile boolean made;

    /** @param given the key in base64, blank if there is none */
    public KeyChoice(Path dataFolder, String given, SecureRandom random) {
        this.given = given;
        this.file = new KeyFile(dataFolder.toAbsolutePath().normalize().resolve("key"), random);
    }

    /**
     * Writes nothing.
     *
     * @return empty where a first run would make one
     * @throws CannotStartException if the key is none, is missing, or is not the one that seals this store
     */
    public Optional<MasterKey> fitting(SealedStore store) {
        Optional<MasterKey> atHand = atHand();
        Optional<String> wanted = store.keyId();
        if (atHand.isEmpty() && (wanted.isPresent() || store.holdsEvents())) throw missing();
        if (atHand.isPresent() && wanted.isPresent()) requireFit(atHand.get(), wanted.get(), store);
        return atHand;
    }

    /** As it is at this moment: the file may have been replaced since it was read. */
    Optional<MasterKey> atHand() {
        return isGiven() ? Optional.of(parse(given)) : file.read();
    }

    boolean isGiven() {
        return !given.isBlank();
    }

    KeyFile file() {
        return file;
    }

    MasterKey choose(SealedStore store) {
        return fitting(store).orElseGet(this::first);
    }

    /** A key fits if it is the one that is wanted, or opens it as a later one. */
    void requireFit(MasterKey key, String wanted, SealedStore store) {
        List<SealedKey> former = store.formerKeys();
        if (OpenedKeys.from(List.of(key), former).find(wanted).isPresent()) return;
        String where = isGiven() ? VARIABLE : "the key in " + file.path();
        boolean replaced = former.stream().anyMatch(known -> known.keyId().equals(key.id()));
        throw new CannotStartException(where + " is not the key that seals the secrets in this store: that is key "
                + wanted + ", this is " + key.id() + (replaced ? ", which 'rekey' has replaced" : ""));
    }

    private CannotStartException missing() {
        return new CannotStartException("the secrets in the store are sealed with a key that is not at hand: set "
                + VARIABLE + " or put the key file back at " + file.path());
    }

    private MasterKey first() {
        made = true;
        return file.create();
    }

    /** Told only once the process is about to use it: what a failed first start has made is taken back. */
    void tellIfMade() {
        if (!made) return;
        LOG.warn(
                "Made the key that seals all secrets: {}. Keep a copy apart from the store; for services run apart"
                        + " or in production set {} instead",
                file.path(),
                VARIABLE);
    }

    private static MasterKey parse(String text) {
        try {
            return MasterKey.ofBase64(text);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    VARIABLE + " is not 32 bytes in base64; 'openssl rand -base64 32' makes one", e);
        }
    }
}
