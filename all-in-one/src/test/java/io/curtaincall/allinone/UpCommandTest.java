package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.allinone.start.Door;
import io.curtaincall.allinone.start.InstallationOptions;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class UpCommandTest {
    @Test
    void without_options_everything_runs_on_the_embedded_store_for_this_machine_only() {
        assertThat(options("up"))
                .isEqualTo(new InstallationOptions(
                        new InetSocketAddress("127.0.0.1", 8080),
                        Path.of("data"),
                        EnumSet.allOf(Door.class),
                        null,
                        List.of(),
                        Map.of()));
    }

    @Test
    void every_option_can_be_said() {
        InstallationOptions options = options(
                "up",
                "--port=0",
                "--bind=0.0.0.0",
                "--data",
                "/srv/cc",
                "--services",
                "query,config",
                "--store",
                "mongodb://db:27017",
                "--allow-egress",
                "10.0.0.0/8",
                "--allow-egress=127.0.0.1/32:9000",
                "--set",
                "dispatch.delivery.in-flight=5");

        assertThat(options)
                .isEqualTo(new InstallationOptions(
                        new InetSocketAddress("0.0.0.0", 0),
                        Path.of("/srv/cc"),
                        EnumSet.of(Door.CONFIG, Door.QUERY),
                        "mongodb://db:27017",
                        List.of("10.0.0.0/8", "127.0.0.1/32:9000"),
                        Map.of("dispatch.delivery.in-flight", "5")));
    }

    @Test
    void a_port_outside_its_range_is_refused() {
        assertThatThrownBy(() -> options("up", "--port", "70000"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("70000");
    }

    @Test
    void a_service_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> options("up", "--services", "config,consol"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'consol'")
                .hasMessageContaining("config, dispatch, query");
    }

    private static InstallationOptions options(String... arguments) {
        CommandLine line = Curtaincall.commandLine(false);
        UpCommand up = line.parseArgs(arguments).subcommand().commandSpec().userObject() instanceof UpCommand command
                ? command
                : new UpCommand();
        return up.options();
    }
}
