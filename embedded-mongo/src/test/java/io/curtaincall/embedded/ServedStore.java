package io.curtaincall.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A store in a process of its own, to be killed. */
final class ServedStore {
    private final Process process;
    private final String uri;

    private ServedStore(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static ServedStore start(Path folder) throws IOException {
        return started(command(folder));
    }

    /** One whose files cannot grow beyond that, as on a disk that is full. */
    static ServedStore startLimited(Path folder, int mebibytes) throws IOException {
        List<String> limited =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f " + mebibytes * 1024 + "; exec \"$@\"", "limited"));
        limited.addAll(command(folder));
        return started(limited);
    }

    private static List<String> command(Path folder) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                ServedStore.class.getName(),
                folder.toString());
    }

    private static ServedStore started(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String uri = process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("mongodb://"))
                .findFirst()
                .orElseThrow(() -> new IOException("The store did not start."));
        return new ServedStore(process, uri);
    }

    String uri() {
        return uri;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean endsWithin(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends with the process that started it, and when its store is broken. */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        EmbeddedMongo store = EmbeddedMongo.open(Path.of(arguments[0]), anyPort);
        System.out.println(store.uri());
        Thread.ofPlatform().daemon().start(() -> {
            Awaitility.await().forever().until(store::isBroken);
            Runtime.getRuntime().halt(1);
        });
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
