package io.curtaincall.allinone.start;

import io.curtaincall.access.key.KeyChoice;
import io.curtaincall.access.key.MongoSealedStore;
import io.curtaincall.access.key.SealedStore;
import io.curtaincall.access.start.StoreAddress;
import io.curtaincall.access.start.StoreProbe;
import io.curtaincall.embedded.EmbeddedMongo;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of one process with the store they use, started in an order that leaves nothing behind on failure. */
public final class Installation implements AutoCloseable {
    private final InstallationOptions options;
    private final @Nullable EmbeddedMongo store;
    private final ConfigurableApplicationContext context;

    private Installation(
            InstallationOptions options, @Nullable EmbeddedMongo store, ConfigurableApplicationContext context) {
        this.options = options;
        this.store = store;
        this.context = context;
    }

    /** @throws io.curtaincall.access.start.CannotStartException with one clear sentence; then nothing runs any more */
    public static Installation start(InstallationOptions options) {
        FreePort.require(options.listen());
        return options.store() == null
                ? startWithOwnStore(options)
                : startOn(StoreAddress.of(options.store()), options);
    }

    private static Installation startWithOwnStore(InstallationOptions options) {
        HomeFolder home = HomeFolder.at(options.folder());
        home.requireUsable();
        FirstStart first = FirstStart.on(home);
        SealedStore glanced = StoreOpening.glance(home);
        if (options.opensSecrets()) key(options).fitting(glanced);
        EmbeddedMongo store = StoreOpening.openGlanced(home);
        try {
            return new Installation(options, store, services(StoreAddress.of(store.uri()), options));
        } catch (RuntimeException | Error e) {
            store.close();
            first.takeBack(e);
            throw e;
        }
    }

    private static Installation startOn(StoreAddress address, InstallationOptions options) {
        HomeFolder.at(options.folder()).requireUsable();
        StoreProbe probe = new StoreProbe(address);
        if (options.opensSecrets()) probe.ask(database -> key(options).fitting(new MongoSealedStore(database)));
        else probe.requireAnswer();
        return new Installation(options, null, services(address, options));
    }

    private static ConfigurableApplicationContext services(StoreAddress address, InstallationOptions options) {
        return new Services(options, HomeFolder.at(options.folder()), address).start();
    }

    /** The services choose again when they start; here it is asked whether they will find one, before they do. */
    private static KeyChoice key(InstallationOptions options) {
        String environment = Objects.requireNonNullElse(System.getenv(KeyChoice.VARIABLE), "");
        String given = options.settings().getOrDefault(KeyChoice.SETTING, environment);
        return new KeyChoice(options.folder(), given, new SecureRandom());
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
