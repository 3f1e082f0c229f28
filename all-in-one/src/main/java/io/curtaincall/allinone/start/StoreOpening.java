package io.curtaincall.allinone.start;

import io.curtaincall.access.key.SealedStore;
import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.embedded.StoreDamagedException;
import io.curtaincall.embedded.StoreGlance;
import io.curtaincall.embedded.StoreLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens the embedded store of a data folder, or says in one sentence why not. */
public final class StoreOpening {
    private StoreOpening() {}

    /** For a process that is nothing but the store. */
    public static EmbeddedMongo open(Path folder, int port) {
        InetSocketAddress listen = listen(port);
        FreePort.require(listen);
        HomeFolder home = HomeFolder.at(folder);
        home.requireUsable();
        glance(home);
        return announced(home, StoreWatch.over(refused(() -> EmbeddedMongo.open(home.store(), listen))));
    }

    static EmbeddedMongo openGlanced(HomeFolder home) {
        return announced(home, StoreWatch.over(refused(() -> EmbeddedMongo.open(home.store(), listen(0)))));
    }

    /** For 'rekey', which has no other way to find a store that is in use. */
    private static EmbeddedMongo announced(HomeFolder home, EmbeddedMongo store) {
        try {
            Files.writeString(home.storeAddress(), store.uri() + "\n");
            return store;
        } catch (IOException e) {
            store.close();
            throw new CannotStartException("the address of the store cannot be written to " + home.storeAddress(), e);
        }
    }

    private static InetSocketAddress listen(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Looks whether the store could be opened, and what it says of its key, and changes nothing. */
    static SealedStore glance(HomeFolder home) {
        StoreGlance glance =
                refused(() -> EmbeddedMongo.glance(home.store(), SealedStore.EVENTS, SealedStore.COLLECTION));
        if (glance.empty() && home.hasBeenUsed()) {
            throw new CannotStartException("the store in " + home.store()
                    + " is damaged: its file is empty, but there are a key or credentials of it in " + home.path());
        }
        return new GlancedStore(glance);
    }

    private static <T> T refused(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (StoreLockedException | StoreDamagedException | UncheckedIOException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        }
    }
}
