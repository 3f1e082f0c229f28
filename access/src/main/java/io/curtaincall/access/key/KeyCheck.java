package io.curtaincall.access.key;

import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.hook.HookSourceEvent.Credential;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/**
 * Lets nobody seal or open anything with a key that is not the store's: once the directory is read, before anything is
 * issued or delivered. The first process on a store names its key in it, so that the next notices a different one even
 * where nothing has been sealed yet.
 */
final class KeyCheck implements SmartLifecycle {
    /** After the directory, before the first credentials and everything else. */
    private static final int PHASE = -600;

    private final KeyChoice choice;
    private final KeyRing ring;
    private final MongoSealedStore store;
    private final Directory directory;
    private volatile boolean running;

    KeyCheck(KeyChoice choice, KeyRing ring, MongoSealedStore store, Directory directory) {
        this.choice = choice;
        this.ring = ring;
        this.store = store;
        this.directory = directory;
    }

    @Override
    public void start() {
        secrets().map(SealedSecret::keyId).distinct().forEach(this::require);
        if (store.keyId().isEmpty()) store.claim(ring.own().id());
        store.keyId().ifPresent(this::require);
        choice.tellIfMade();
        running = true;
    }

    private void require(String keyId) {
        if (ring.find(keyId).isEmpty()) choice.requireFit(ring.own(), keyId, store);
    }

    private Stream<SealedSecret> secrets() {
        return Stream.of(
                        directory.credentials().secrets(),
                        directory.notifyConfigs().all().stream().flatMap(NotifyConfigVersion::secrets),
                        directory.hookSources().all().stream()
                                .flatMap(source -> Stream.ofNullable(source.credential()))
                                .map(Credential::secret),
                        directory.intakeKeys().all().stream().map(IntakeKeyIssued::secret))
                .flatMap(Function.identity());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
