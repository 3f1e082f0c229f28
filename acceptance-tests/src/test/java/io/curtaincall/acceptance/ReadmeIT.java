package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.ServiceProcess;
import io.curtaincall.testsupport.CallbackReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
        try (CallbackReceiver receiver = CallbackReceiver.start()) {
            ServiceProcess up = ServiceProcess.start(upArguments(receiver.port()), Map.of(), folder.resolve("up.log"));
            String address = up.awaitSaying(Pattern.compile("ready at (http://\\S+)"), START);
            assertThat(Files.getPosixFilePermissions(folder.resolve("data/credentials.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            paste(
                    List.of(readme.blockWith("/v1/notify-configs"), readme.blockWith("/v1/live-events")),
                    address,
                    receiver);
            await().atMost(Scene.SOON).until(() -> receiver.count("/callbacks") == 1);
            await().atMost(Scene.SOON)
                    .untilAsserted(() -> assertThat(paste(
                                    List.of(variables(), readme.blockWith("/v1/callbacks/$ID")), address, receiver))
                            .contains("\"id\":\"first\"")
                            .contains("\"state\":\"delivered\""));

            assertThat(up.terminate()).isLessThan(Duration.ofSeconds(10));
        }
    }

    private List<String> upArguments(int receiverPort) {
        String command = readme.blockWith("./curtaincall up").strip().replace("9000", Integer.toString(receiverPort));
        List<String> arguments = new ArrayList<>(Arrays.asList(command.split("\\s+")));
        assertThat(arguments.removeFirst()).isEqualTo("./curtaincall");
        arguments.addAll(List.of("--port", "0"));
        return arguments;
    }

    /** What an earlier block has left in the shell of whoever reads. */
    private String variables() {
        return readme.blockWith("TOKEN=")
                .lines()
                .filter(line -> line.matches("[A-Z]+=.*"))
                .collect(Collectors.joining("\n"));
    }

    private String paste(List<String> blocks, String address, CallbackReceiver receiver) throws IOException {
        String script = "set -e\n" + String.join("\n", blocks);
        Path file = Files.writeString(
                folder.resolve("paste.sh"),
                script.replace("http://127.0.0.1:8080", address).replace(":9000", ":" + receiver.port()));
        ServiceProcess shell =
                ServiceProcess.command(List.of("/bin/sh", file.toString()), Map.of(), folder.resolve("paste.log"));
        assertThat(shell.awaitExit(PASTE)).as(shell.said()).isZero();
        return shell.said();
    }
}
