package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Puts a new master key in the place of the present one, in steps. After each of them every process can start that could
 * before, and those that run go on; each may be taken again.
 */
public final class Rekeying {
    static final String NEXT = "key.next";

    private final KeyChoice choice;
    private final MongoSealedStore store;
    private final SecureRandom random;

    public Rekeying(KeyChoice choice, MongoSealedStore store, SecureRandom random) {
        this.choice = choice;
        this.store = store;
        this.random = random;
    }

    /** Whether an earlier one only has to be finished: the key at hand is a later one than the one that seals. */
    public boolean isUnderWay() {
        return !sealing().equals(present().id());
    }

    /** Whether the key comes from the environment, where only people can replace it. */
    public boolean isGiven() {
        return choice.isGiven();
    }

    /** Where the key is that is to follow, until it does. */
    public Path nextFile() {
        return next().path();
    }

    public Path file() {
        return choice.file().path();
    }

    /**
     * The key that is to follow: the one that is wanted, one that was drawn before, or a new one.
     *
     * @throws CannotStartException if it is the present one
     */
    public MasterKey draw(Optional<MasterKey> wanted) {
        MasterKey following = kept(present().id(), wanted);
        next().belongLike(choice.file());
        return following;
    }

    private MasterKey kept(String present, Optional<MasterKey> wanted) {
        if (wanted.isPresent()) {
            if (wanted.get().id().equals(present)) throw new CannotStartException("the new key is the present one");
            next().write(wanted.get());
            return wanted.get();
        }
        next().read().filter(key -> key.id().equals(present)).ifPresent(old -> next().delete());
        return next().read().orElseGet(next()::create);
    }

    /** Keeps the present key in the store, sealed with the one that is to follow. */
    public void keepPresent(MasterKey following) {
        MasterKey present = present();
        boolean kept = store.formerKeys().stream()
                .anyMatch(key ->
                        key.keyId().equals(present.id()) && key.sealedBy().equals(following.id()));
        if (!kept) store.keep(SealedKey.of(present, following, random));
    }

    /** Makes the one that is to follow the key of the data folder, once what it opens the former with is on disk. */
    public void replaceFile() {
        store.toDisk();
        next().moveTo(choice.file());
    }

    /**
     * From now on everything is sealed with the key at hand.
     *
     * @return the name of the key before
     * @throws CannotStartException if the key at hand does not follow the one that seals
     */
    public String finish() {
        MasterKey present = present();
        String before = sealing();
        if (!before.equals(present.id()) && !store.advance(before, present.id())) {
            throw new CannotStartException("another 'rekey' was faster; look which key the processes have");
        }
        next().read().filter(key -> key.id().equals(present.id())).ifPresent(done -> next().delete());
        return before;
    }

    /** @throws CannotStartException if it does not open what is sealed in the store */
    public MasterKey present() {
        return choice.fitting(store)
                .orElseThrow(() -> new CannotStartException("there is no key yet, the first start makes one"));
    }

    private String sealing() {
        return store.keyId().orElseGet(() -> {
            store.claim(present().id());
            return present().id();
        });
    }

    private KeyFile next() {
        return choice.file().beside(NEXT);
    }
}
