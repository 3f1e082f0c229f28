package io.curtaincall.allinone.start;

import io.curtaincall.embedded.EmbeddedMongo;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of one process with the store they use, started in an order that leaves nothing behind on failure. */
public final class Installation implements AutoCloseable {
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(5);

    private final InstallationOptions options;
    private final @Nullable EmbeddedMongo store;
    private final ConfigurableApplicationContext context;

    private Installation(
            InstallationOptions options, @Nullable EmbeddedMongo store, ConfigurableApplicationContext context) {
        this.options = options;
        this.store = store;
        this.context = context;
    }

    /** @throws CannotStartException with one clear sentence; then nothing runs any more */
    public static Installation start(InstallationOptions options) {
        FreePort.require(options.listen());
        return options.store() == null
                ? startWithOwnStore(options)
                : startOn(StoreAddress.of(options.store()), options);
    }

    private static Installation startWithOwnStore(InstallationOptions options) {
        EmbeddedMongo store = StoreOpening.open(options.folder(), 0);
        try {
            return new Installation(options, store, services(StoreAddress.of(store.uri()), options));
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static Installation startOn(StoreAddress address, InstallationOptions options) {
        new StoreProbe(address, STORE_PATIENCE).requireAnswer();
        HomeFolder.at(options.folder()).prepare();
        return new Installation(options, null, services(address, options));
    }

    private static ConfigurableApplicationContext services(StoreAddress address, InstallationOptions options) {
        HomeFolder home = HomeFolder.at(options.folder());
        return new Services(options, home, address, key(home, address, options)).start();
    }

    private static String key(HomeFolder home, StoreAddress address, InstallationOptions options) {
        KeyFile file = new KeyFile(home.key(), new SecureRandom());
        if (options.doors().stream().noneMatch(Door::opensSecrets)) return file.draw();
        return new KeyChoice(home, file)
                .choose(System.getenv(KeyChoice.VARIABLE), new StoreProbe(address, STORE_PATIENCE)::holdsEvents);
    }

    public URI address() {
        String host = options.listen().getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : options.listen().getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    public Path credentials() {
        return HomeFolder.at(options.folder()).credentials();
    }

    public InstallationOptions options() {
        return options;
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
        if (store != null) store.close();
    }
}
