package io.curtaincall.bench.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One process of an installation: can be ended in any way and started again with the same port and data. */
public final class Part {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private final Pattern address;
    private @Nullable ServiceProcess process;
    private @Nullable URI uri;

    private Part(String name, List<String> arguments, Map<String, String> environment, Path folder, Pattern address) {
        this.name = name;
        this.arguments = arguments;
        this.environment = environment;
        this.log = folder.resolve(name + ".log");
        this.address = address;
    }

    static Part store(Path folder) {
        List<String> arguments =
                List.of("store", "--data", folder.resolve("store").toString());
        return new Part("store", arguments, Map.of(), folder, Pattern.compile("(mongodb://\\S+)"));
    }

    static Part up(String name, List<String> arguments, Map<String, String> environment, Path folder) {
        List<String> all = new ArrayList<>(List.of("up"));
        all.addAll(arguments);
        return new Part(name, all, environment, folder, Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)"));
    }

    /** Begins to start, on the port it had before if it had one; {@link #awaitReady} waits for the rest. */
    public void begin() {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--port", uri == null ? "0" : Integer.toString(uri.getPort())));
        process = ServiceProcess.start(all, environment, log);
    }

    public Part awaitReady() {
        URI said = URI.create(process().awaitSaying(address, PATIENCE));
        uri = said;
        if (said.getScheme().equals("http")) {
            Waiting.until(PATIENCE, () -> isHealthy(said) ? Boolean.TRUE : stillAlive());
        }
        return this;
    }

    public Part restart() {
        begin();
        return awaitReady();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    public String name() {
        return name;
    }

    public URI uri() {
        if (uri == null) throw new IllegalStateException(name + " was never ready");
        return uri;
    }

    public ServiceProcess process() {
        if (process == null) throw new IllegalStateException(name + " was never started");
        return process;
    }

    private @Nullable Boolean stillAlive() {
        if (process().isAlive()) return null;
        throw new IllegalStateException(name + " ended: " + process().said());
    }

    private static boolean isHealthy(URI uri) {
        HttpRequest health = HttpRequest.newBuilder(uri.resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
