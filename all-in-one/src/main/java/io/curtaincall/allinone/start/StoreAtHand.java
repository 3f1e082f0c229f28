package io.curtaincall.allinone.start;

import io.curtaincall.access.key.Ownership;
import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.access.start.StoreAddress;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.embedded.StoreLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of an installation, whether a process has it open or not. */
public final class StoreAtHand implements AutoCloseable {
    private final StoreAddress address;
    private final @Nullable EmbeddedMongo opened;
    private final Path folder;

    private StoreAtHand(StoreAddress address, @Nullable EmbeddedMongo opened, Path folder) {
        this.address = address;
        this.opened = opened;
        this.folder = folder;
    }

    /**
     * @param uri of the store; without it the embedded one of the data folder
     * @throws CannotStartException if there is none
     */
    public static StoreAtHand of(Path folder, @Nullable String uri) {
        if (uri != null) return new StoreAtHand(StoreAddress.of(uri), null, folder);
        HomeFolder home = HomeFolder.at(folder);
        if (!Files.isDirectory(home.store())) {
            throw new CannotStartException("there is no store in " + home.path() + "; name its folder by --data, or its"
                    + " address by --store");
        }
        try {
            EmbeddedMongo store = StoreOpening.openGlanced(home);
            return new StoreAtHand(StoreAddress.of(store.uri()), store, home.store());
        } catch (CannotStartException e) {
            if (!(e.getCause() instanceof StoreLockedException)) throw e;
            return new StoreAtHand(announced(home), null, home.store());
        }
    }

    private static StoreAddress announced(HomeFolder home) {
        try {
            return StoreAddress.of(Files.readString(home.storeAddress()).strip());
        } catch (IOException e) {
            throw new CannotStartException(
                    "a process has the store open, but its address cannot be read from " + home.storeAddress(), e);
        }
    }

    public StoreAddress address() {
        return address;
    }

    /** What it has made there is left to those whose store it is. */
    @Override
    public void close() {
        if (opened == null) return;
        opened.close();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> Ownership.handOn(folder, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
