package io.curtaincall.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A store in a process of its own, to be killed. */
final class ServedStore {
    private final Process process;
    private final String uri;

    private ServedStore(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static ServedStore start(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        ServedStore.class.getName(),
                        folder.toString()))
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

    /** Ends with the process that started it. */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        System.out.println(EmbeddedMongo.open(Path.of(arguments[0]), anyPort).uri());
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
