package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.ServiceProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A first run as the README tells it, pasted block by block; only the ports are others. */
class ReadmeIT {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration PASTE = Duration.ofSeconds(30);

    private final Readme readme = Readme.section("Your first callback");
    private final Path folder = Installations.freshFolder("readme");

    @Test
    void what_the_readme_says_works_when_it_is_pasted() throws Exception {
        int port = freePort();
        ServiceProcess receiver =
                shell("receiver", "exec " + readme.blockWith("python3").strip(), port);
        ServiceProcess up = shell("up", readme.blockWith("./curtaincall up").strip() + " --port 0", port);
        String address = up.awaitSaying(Pattern.compile("ready at (http://\\S+)"), START);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/credentials.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        paste(List.of(readme.blockWith("/v1/notify-configs"), readme.blockWith("/v1/live-events")), address, port);
        receiver.awaitSaying(Pattern.compile("(cb_\\S+ v1,\\S+ .*\"id\":\"first\")"), Scene.SOON);
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(
                                paste(List.of(variables(), readme.blockWith("/v1/callbacks/$ID")), address, port))
                        .contains("\"id\":\"first\"")
                        .contains("\"state\":\"delivered\""));

        assertThat(up.terminate()).isLessThan(Duration.ofSeconds(10));
        receiver.kill();
    }

    /** The block in a shell of its own; {@code ./curtaincall} is the script itself, as fresh as the jar it starts. */
    private ServiceProcess shell(String name, String block, int port) throws IOException {
        Path root = Path.of("..").toRealPath();
        Path built = root.resolve("all-in-one/target/.built");
        if (Files.notExists(built)) Files.createFile(built);
        Files.setLastModifiedTime(built, Files.getLastModifiedTime(root.resolve("all-in-one/target/curtaincall.jar")));
        String script = block.replace("./curtaincall", "exec " + root.resolve("curtaincall"))
                .replace("9000", Integer.toString(port));
        Path file = Files.writeString(folder.resolve(name + ".sh"), script);
        return ServiceProcess.command(
                List.of("/bin/sh", file.toString()),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                folder.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What an earlier block has left in the shell of whoever reads. */
    private String variables() {
        return readme.blockWith("TOKEN=")
                .lines()
                .filter(line -> line.matches("[A-Z]+=.*"))
                .collect(Collectors.joining("\n"));
    }

    private String paste(List<String> blocks, String address, int port) throws IOException {
        String script = "set -e\n" + String.join("\n", blocks);
        Path file = Files.writeString(
                folder.resolve("paste.sh"),
                script.replace("http://127.0.0.1:8080", address).replace(":9000", ":" + port));
        ServiceProcess shell =
                ServiceProcess.command(List.of("/bin/sh", file.toString()), Map.of(), folder.resolve("paste.log"));
        assertThat(shell.awaitExit(PASTE)).as(shell.said()).isZero();
        return shell.said();
    }
}
