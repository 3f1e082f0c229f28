package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.ServiceProcess;
import io.curtaincall.testsupport.ReservedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A first run as the README tells it, pasted block by block; only the ports are others. */
class ReadmeIT {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("ready at (\\S+)");
    private static final String FIRST_ID = "\"id\":\"first\"";
    /** Of each service how the paths begin that the first callback needs of it. */
    private static final Map<String, String> PATHS =
            Map.of("config", "/v1/notify-configs", "dispatch", "/v1/live-events", "query", "/v1/callback");

    private final Readme first = Readme.section("Your first callback");
    private final Readme services = Readme.section("The services");
    private final ReservedPort port = ReservedPort.reserve();

    @AfterEach
    void release() {
        port.close();
    }

    @Test
    void what_the_readme_says_works_when_it_is_pasted() throws Exception {
        try (Terminals terminals = terminals("readme")) {
            ServiceProcess receiver = terminals.open("receiver", first.blockWith("python3"));
            ServiceProcess up = terminals.open("up", first.blockWith("./curtaincall up"));
            terminals.replace("http://127.0.0.1:8080", up.awaitSaying(READY, START));
            assertThat(Files.getPosixFilePermissions(terminals.folder().resolve("data/credentials.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            terminals.paste(first.blockWith("/v1/notify-configs"), first.blockWith("/v1/live-events"));
            awaitFirstCallback(terminals, receiver);
            assertThat(up.terminate()).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Each call goes to the service that serves it, and the key of all is made once. */
    @Test
    void the_services_run_apart_as_the_readme_starts_them() throws Exception {
        try (Terminals terminals = terminals("readme-apart")) {
            ServiceProcess receiver = terminals.open("receiver", first.blockWith("python3"));
            String start = services.blockWith("./curtaincall store");
            terminals.export(
                    "CURTAINCALL_KEY", terminals.paste(linesWith("export ", start), "printf %s \"$CURTAINCALL_KEY\""));
            ServiceProcess store = terminals.open("store", linesWith("./curtaincall", start));
            terminals.replace(storeUri(), store.awaitSaying(READY, START));
            startServices(terminals);

            terminals.paste(first.blockWith("/v1/notify-configs"));
            awaitConfigKnown(terminals, receiver);
            report(terminals, first.blockWith("/v1/live-events"));
            awaitFirstCallback(terminals, receiver);
        }
    }

    private Terminals terminals(String name) throws IOException {
        Terminals terminals = new Terminals(name);
        terminals.replace("9000", Integer.toString(port.number()));
        return terminals;
    }

    private void startServices(Terminals terminals) {
        Map<String, ServiceProcess> started = new HashMap<>();
        PATHS.forEach((service, path) -> started.put(path, terminals.open(service, start(service))));
        started.forEach((path, service) -> terminals.replace("$API" + path, service.awaitSaying(READY, START) + path));
    }

    private String start(String service) {
        String block = services.blockWith("./curtaincall up");
        return linesWith("STORE='", block) + "\n" + linesWith("--services " + service, block);
    }

    private String storeUri() {
        return services.blockWith("STORE='").lines().findFirst().orElseThrow().split("'", -1)[1];
    }

    /** Another process learns of a config a moment later, so others are reported until one is to be called back. */
    private void awaitConfigKnown(Terminals terminals, ServiceProcess receiver) {
        AtomicInteger number = new AtomicInteger();
        await().atMost(Scene.SOON).until(() -> {
            String other = "\"id\":\"other-" + number.incrementAndGet() + "\"";
            return report(terminals, first.blockWith("/v1/live-events").replace(FIRST_ID, other))
                    .contains("\"callbackId\"");
        });
        receiver.awaitSaying(Pattern.compile("(\"id\":\"other-)"), Scene.SOON);
    }

    private String report(Terminals terminals, String block) {
        return terminals.paste(variables(), block);
    }

    private void awaitFirstCallback(Terminals terminals, ServiceProcess receiver) {
        receiver.awaitSaying(Pattern.compile("(cb_\\S+ v1,\\S+ .*" + FIRST_ID + ")"), Scene.SOON);
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(terminals.paste(variables(), first.blockWith("/v1/callbacks/$ID")))
                        .contains(FIRST_ID)
                        .contains("\"state\":\"delivered\""));
    }

    /** What an earlier block has left in the shell of whoever reads. */
    private String variables() {
        return first.blockWith("TOKEN=")
                .lines()
                .filter(line -> line.matches("[A-Z]+=.*"))
                .collect(Collectors.joining("\n"));
    }

    private static String linesWith(String text, String block) {
        return block.lines().filter(line -> line.contains(text)).collect(Collectors.joining("\n"));
    }
}
