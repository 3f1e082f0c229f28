package io.curtaincall.allinone.start;

import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.embedded.StoreDamagedException;
import io.curtaincall.embedded.StoreLockedException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Opens the embedded store of a data folder, or says in one sentence why not. */
public final class StoreOpening {
    private StoreOpening() {}

    public static EmbeddedMongo open(Path folder, int port) {
        InetSocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        FreePort.require(listen);
        HomeFolder home = HomeFolder.at(folder);
        home.prepare();
        try {
            return EmbeddedMongo.open(home.store(), listen);
        } catch (StoreLockedException | StoreDamagedException | UncheckedIOException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        }
    }
}
