package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Curtaincall's own main in a JVM of its own, as a person would run it. */
final class CurtaincallProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    private CurtaincallProcess(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
    }

    static CurtaincallProcess run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    static CurtaincallProcess run(Map<String, String> environment, String... arguments) throws IOException {
        return run(Curtaincall.class, environment, arguments);
    }

    static CurtaincallProcess run(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        return started(command(main, arguments), environment);
    }

    /** One whose files cannot grow beyond that, as on a disk that is full. */
    static CurtaincallProcess runLimited(int mebibytes, String... arguments) throws IOException {
        List<String> limited =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f " + mebibytes * 1024 + "; exec \"$@\"", "limited"));
        limited.addAll(command(Curtaincall.class, arguments));
        return started(limited, Map.of());
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static CurtaincallProcess started(List<String> command, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("CURTAINCALL_KEY");
        builder.environment().putAll(environment);
        return new CurtaincallProcess(builder.start());
    }

    /** The first line that holds the text; fails at once if the process ends without it. */
    String awaitLine(String text) {
        Awaitility.await(text).atMost(PATIENCE).until(() -> says(text) || !reader.isAlive());
        assertThat(says(text)).as("'%s' is said in: %s", text, output()).isTrue();
        return lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the process ends; so far it said: %s", output())
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    /** SIGTERM; the process's own {@code destroy} would also close the pipe and lose its last words. */
    void stop() {
        process.toHandle().destroy();
    }

    String output() {
        return String.join("\n", lines);
    }

    private boolean says(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
