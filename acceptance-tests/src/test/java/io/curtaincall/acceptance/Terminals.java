package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.bench.running.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The terminals of somebody who pastes the README into them, in a folder of their own. {@code ./curtaincall} is the
 * script itself, as fresh as the jar it starts, on ports of the kernel's choice.
 */
final class Terminals implements AutoCloseable {
    private static final Duration PASTE = Duration.ofMinutes(1);

    private final Path folder;
    private final Path script;
    private final Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<ServiceProcess> open = new ArrayList<>();

    Terminals(String name) throws IOException {
        folder = Installations.freshFolder(name);
        Path root = Path.of("..").toRealPath();
        script = root.resolve("curtaincall");
        Path built = root.resolve("all-in-one/target/.built");
        if (Files.notExists(built)) Files.createFile(built);
        Files.setLastModifiedTime(built, Files.getLastModifiedTime(root.resolve("all-in-one/target/curtaincall.jar")));
    }

    Path folder() {
        return folder;
    }

    /** From now on something else stands where the README says this. */
    void replace(String said, String other) {
        others.put(said, other);
    }

    /** From now on every terminal knows the variable. */
    void export(String name, String value) {
        environment.put(name, value);
    }

    /** One more terminal, in which the program of the block stays. */
    ServiceProcess open(String name, String block) {
        // The program takes the shell's place, also where the README lets it run behind, so that it can be told to end.
        String staying = block.replaceAll("(?m) +&( +#.*)?$", "")
                .replaceAll(" --port \\d+", "")
                .replaceAll("\\./curtaincall (\\w+)", "exec " + script + " $1 --port 0")
                .replaceAll("(?m)^python3", "exec python3");
        ServiceProcess process = run(name, staying);
        open.add(process);
        return process;
    }

    /** What the blocks say, pasted one after the other, once the last has come to its end. */
    String paste(String... blocks) {
        ServiceProcess shell = run("paste", "set -e\n" + String.join("\n", blocks));
        assertThat(shell.awaitExit(PASTE)).as(shell.said()).isZero();
        return shell.said();
    }

    private ServiceProcess run(String name, String block) {
        String text = block;
        for (Map.Entry<String, String> other : others.entrySet()) text = text.replace(other.getKey(), other.getValue());
        try {
            Path file = Files.writeString(folder.resolve(name + ".sh"), text);
            return ServiceProcess.command(
                    List.of("/bin/sh", file.toString()), environment, folder.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last that was opened ends first. */
    @Override
    public void close() {
        open.reversed().stream().filter(ServiceProcess::isAlive).forEach(ServiceProcess::terminate);
    }
}
