package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.sealing.MasterKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The master keys of a running process. It seals with the one that the store names, so that none seals with a new key
 * before all can open it, and looks again when somebody has: a key that was known is never forgotten.
 */
final class KeyRing implements MasterKeys {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration LEAST_BETWEEN_LOOKS = Duration.ofMillis(200);

    private final KeyChoice choice;
    private final SealedStore store;
    private final ReentrantLock looking = new ReentrantLock();
    private final Condition looked = looking.newCondition();
    private volatile Keys keys;
    private volatile long lookedAtNanos;
    private volatile String trouble = "";

    KeyRing(KeyChoice choice, SealedStore store) {
        this.choice = choice;
        this.store = store;
        MasterKey own = choice.choose(store);
        this.keys = keys(own, List.of(own), own);
        this.lookedAtNanos = System.nanoTime();
    }

    private record Keys(MasterKey own, MasterKey sealing, OpenedKeys all) {}

    MasterKey own() {
        return keys.own();
    }

    @Override
    public MasterKey sealing() {
        return keys.sealing();
    }

    @Override
    public Optional<MasterKey> find(String id) {
        Optional<MasterKey> known = keys.all().find(id);
        if (known.isPresent()) return known;
        lookSince(System.nanoTime());
        return keys.all().find(id);
    }

    /** Once for all who ask at the same time: anybody may name a key that there never was. */
    private void lookSince(long askedAtNanos) {
        looking.lock();
        try {
            long left = lookedAtNanos + LEAST_BETWEEN_LOOKS.toNanos() - askedAtNanos;
            while (left > 0 && lookedAtNanos - askedAtNanos < 0) left = looked.awaitNanos(left);
            if (lookedAtNanos - askedAtNanos < 0) look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            looking.unlock();
        }
    }

    /** Takes in what the key's file and the store say now; what cannot be read leaves everything as it is. */
    void look() {
        looking.lock();
        try {
            lookedAtNanos = System.nanoTime();
            MasterKey own = choice.atHand().orElse(keys.own());
            List<MasterKey> known = new ArrayList<>(keys.all().byId().values());
            known.add(own);
            Keys now = keys(own, known, sealing());
            if (!now.sealing().id().equals(sealing().id())) {
                LOG.info(
                        "Secrets are sealed with key {} from now on",
                        now.sealing().id());
            }
            keys = now;
            trouble = "";
        } catch (RuntimeException e) { // of the store, the file or a former key: those that are known go on
            tellOnce(String.valueOf(e.getMessage()));
        } finally {
            looked.signalAll();
            looking.unlock();
        }
    }

    /** @param soFar what goes on sealing while the store names a key that is not at hand */
    private Keys keys(MasterKey own, List<MasterKey> known, MasterKey soFar) {
        OpenedKeys all = OpenedKeys.from(known, store.formerKeys());
        MasterKey sealing = store.keyId().flatMap(all::find).orElse(soFar);
        return new Keys(own, sealing, all);
    }

    private void tellOnce(String message) {
        if (!message.equals(trouble)) LOG.warn("Cannot see whether there is a new master key: {}", message);
        trouble = message;
    }
}
