package io.curtaincall.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.curtaincall.embedded.server.StoreBackend;
import io.curtaincall.embedded.store.Storage;
import io.curtaincall.embedded.store.StoreFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** A MongoDB for the first run and for tests: one durable file, or memory, behind the wire protocol. */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String DATABASE = "curtaincall";
    /** Each thread serves some connections and waits for commits: many, so that these can be shared. */
    private static final int THREADS = 64;

    private final MongoServer server;
    private final Storage storage;
    private final InetSocketAddress address;

    private EmbeddedMongo(MongoServer server, Storage storage) {
        this.server = server;
        this.storage = storage;
        this.address = server.getLocalAddress();
    }

    /**
     * Opens or creates the store in the folder and serves it.
     *
     * @param bind port 0 takes a free one
     * @throws StoreLockedException if it is open already
     * @throws StoreDamagedException if the file cannot be read
     */
    public static EmbeddedMongo open(Path folder, InetSocketAddress bind) {
        return opened(new StoreFile(folder), StoreFile::open, bind);
    }

    /** One that takes somebody's word for how many bytes the disk has room for. */
    public static EmbeddedMongo open(Path folder, InetSocketAddress bind, LongSupplier usable) {
        return opened(new StoreFile(folder), file -> file.open(usable), bind);
    }

    private static EmbeddedMongo opened(StoreFile file, Function<StoreFile, Storage> opening, InetSocketAddress bind) {
        try {
            Storage storage = opening.apply(file);
            return serve(storage, backend(file, storage), bind);
        } catch (StoreLockedException e) {
            throw e; // whoever has it open may have made it just now
        } catch (RuntimeException e) {
            file.removeCreated(e);
            throw e;
        }
    }

    /** A store that is gone when it is closed. */
    public static EmbeddedMongo inMemory() {
        Storage storage = Storage.inMemory();
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return serve(storage, new StoreBackend(storage, Clock.systemUTC()), anywhere);
    }

    /**
     * Looks into the store of a folder without the right to write and without serving it.
     *
     * @throws StoreLockedException if it is open
     * @throws StoreDamagedException if the file cannot be read
     */
    public static StoreGlance glance(Path folder, String... collections) {
        StoreFile file = new StoreFile(folder);
        Map<String, Map<String, Object>> firsts = new HashMap<>();
        file.firsts(Arrays.stream(collections).map(EmbeddedMongo::namespace).collect(Collectors.toSet()))
                .forEach((namespace, document) -> firsts.put(namespace.substring(DATABASE.length() + 1), document));
        return new StoreGlance(file.isEmpty(), firsts);
    }

    private static String namespace(String collection) {
        return DATABASE + "." + collection;
    }

    private static StoreBackend backend(StoreFile file, Storage storage) {
        try {
            return new StoreBackend(storage, Clock.systemUTC());
        } catch (RuntimeException | Error e) {
            storage.closeImmediately();
            throw file.damage(e);
        }
    }

    private static EmbeddedMongo serve(Storage storage, StoreBackend backend, InetSocketAddress bind) {
        try {
            return new EmbeddedMongo(bound(new MongoServer(backend), bind), storage);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static MongoServer bound(MongoServer server, InetSocketAddress bind) {
        try {
            server.bind(bind, 1, THREADS);
            return server;
        } catch (Exception e) {
            server.shutdownNow();
            throw new UncheckedIOException(
                    "The store cannot listen on %s:%d: %s"
                            .formatted(bind.getHostString(), bind.getPort(), e.getMessage()),
                    new IOException(e));
        }
    }

    /** Where a client finds it, with the options it needs. */
    public String uri() {
        return "mongodb://%s:%d/%s?retryWrites=false".formatted(host(), port(), DATABASE);
    }

    public int port() {
        return address.getPort();
    }

    private String host() {
        InetAddress host = address.getAddress();
        if (host.isAnyLocalAddress()) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
        String literal = host.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }

    /** Whether it cannot go on, as its file could not be written; whoever opens it again finds all that was answered. */
    public boolean isBroken() {
        return storage.isBroken();
    }

    /** Stops answering, writes what is left, and lets go of the folder. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
