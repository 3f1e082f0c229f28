package io.curtaincall.config;

import io.curtaincall.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real service on a free port, over a store and a data folder that the test gives it; a setting is {@code name=value}. */
public final class RunningConfigService implements AutoCloseable {
    public static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final ServletWebServerApplicationContext context;
    private final Path folder;

    private RunningConfigService(ServletWebServerApplicationContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    public static RunningConfigService start(EmbeddedMongo store, Path folder, String... settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.port",
                "0",
                "server.address",
                "127.0.0.1",
                "spring.mongodb.uri",
                store.uri(),
                "curtaincall.key",
                KEY,
                "curtaincall.data",
                folder.toString()));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        var context = ConfigServiceApplication.application()
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        return new RunningConfigService((ServletWebServerApplicationContext) context, folder);
    }

    public ConfigClient client() {
        return new ConfigClient(Objects.requireNonNull(context.getWebServer()).getPort());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public JsonNode credentials() {
        try {
            return new JsonMapper().readTree(Files.readString(folder.resolve("credentials.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String operatorToken() {
        return credentials().get("operatorToken").stringValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
