package io.curtaincall.config;

import io.curtaincall.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One service for all test classes that ask for the operator's {@link ConfigClient}: started once, ended with the run. */
public final class SharedService implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(ConfigClient.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedService.class))
                .computeIfAbsent(Started.class, type -> new Started(), Started.class)
                .operator();
    }

    /** Closed by JUnit. */
    private static final class Started implements AutoCloseable {
        private final EmbeddedMongo store = EmbeddedMongo.inMemory();
        private final RunningConfigService service;

        Started() {
            try {
                Path folder = Files.createTempDirectory("config-service");
                service = RunningConfigService.start(
                        store,
                        folder,
                        "curtaincall.egress.allow=127.0.0.0/8:9000",
                        "curtaincall.hooks.record-roots=/rec,/srv/media");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ConfigClient operator() {
            return service.client().as(service.operatorToken());
        }

        @Override
        public void close() {
            service.close();
            store.close();
        }
    }
}
