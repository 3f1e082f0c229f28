package io.curtaincall.bench.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One child process with everything it says in a file; it never outlives this JVM. */
public final class ServiceProcess {
    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Path log;
    private final long logStart;

    private ServiceProcess(Process process, Path log, long logStart) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Runs Curtaincall with these arguments. */
    public static ServiceProcess start(List<String> arguments, Map<String, String> environment, Path log) {
        return command(JavaCommand.running(arguments), environment, log);
    }

    /** Runs any command in the folder of the log, to which what it says is appended. */
    public static ServiceProcess command(List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            long logStart = Files.size(log);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(log.toAbsolutePath().resolveSibling("").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            ALIVE.add(process);
            var unused = process.onExit().thenAccept(ALIVE::remove);
            return new ServiceProcess(process, log, logStart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: the process gets no say in it. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /** SIGSTOP: the whole process stands still, its connections stay open. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
            if (kill.waitFor() != 0) throw new IllegalStateException("SIG" + name + " did not reach " + pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** SIGTERM, and how long the process then took to end. */
    public Duration terminate() {
        return terminate(Duration.ofSeconds(20));
    }

    /** @throws IllegalStateException if it has not ended by then */
    public Duration terminate(Duration atMost) {
        long start = System.nanoTime();
        process.destroy();
        awaitExit(atMost);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public int awaitExit(Duration atMost) {
        try {
            if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("process " + pid() + " has not ended after " + atMost + "; " + said());
    }

    /** The first group of the pattern in what this process has said, once it has said so. */
    public String awaitSaying(Pattern pattern, Duration atMost) {
        return Waiting.until(atMost, () -> {
            Matcher matcher = pattern.matcher(said());
            if (matcher.find()) return matcher.group(1);
            if (!isAlive()) throw new IllegalStateException("ended with " + process.exitValue() + "; " + said());
            return null;
        });
    }

    /** Everything said since this start. */
    public String said() {
        try (var channel = Files.newInputStream(log)) {
            channel.skipNBytes(logStart);
            return new String(channel.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory in MiB as the kernel counts it, 0 where it cannot be told. */
    public long residentMiB() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException | UncheckedIOException noSuchProcess) {
            return 0;
        }
    }
}
