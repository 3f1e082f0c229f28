package io.curtaincall.allinone;

import io.curtaincall.access.egress.EgressRule;
import io.curtaincall.allinone.start.Door;
import io.curtaincall.allinone.start.Installation;
import io.curtaincall.allinone.start.InstallationOptions;
import io.curtaincall.allinone.start.ReadyMessage;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the chosen services in this process until it is told to stop. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "PORT")
    private int port = 8080;

    @Option(names = "--bind", paramLabel = "ADDRESS")
    private String bind = "127.0.0.1";

    @Option(names = "--data", paramLabel = "FOLDER")
    private Path data = Path.of("data");

    @Option(names = "--services", split = ",", paramLabel = "SERVICE", converter = DoorConverter.class)
    private Set<Door> services = EnumSet.allOf(Door.class);

    @Option(names = "--store", paramLabel = "URI")
    private @Nullable String store;

    @Option(names = "--allow-egress", paramLabel = "CIDR[:PORT]")
    private List<String> allowEgress = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = Installation.start(options());
        EndOfProcess.close("services", installation);
        ReadyMessage.of(installation)
                .lines()
                .forEach(commandSpec().commandLine().getOut()::println);
        commandSpec().commandLine().getOut().flush();
        return EndOfProcess.await();
    }

    InstallationOptions options() {
        if (port < 0 || port > 65_535) throw misused("a port lies between 0 and 65535, not at " + port);
        InetSocketAddress listen = new InetSocketAddress(bind, port);
        if (listen.isUnresolved()) throw misused("there is no address '" + bind + "' to listen on");
        allowEgress.forEach(this::requireRule);
        return new InstallationOptions(
                listen, data, EnumSet.copyOf(services), store, List.copyOf(allowEgress), Map.copyOf(settings));
    }

    private void requireRule(String rule) {
        try {
            EgressRule.parse(rule);
        } catch (IllegalArgumentException e) {
            throw misused("--allow-egress: " + e.getMessage());
        }
    }

    private ParameterException misused(String why) {
        return new ParameterException(commandSpec().commandLine(), why);
    }

    private CommandSpec commandSpec() {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls the command");
        return spec;
    }
}
