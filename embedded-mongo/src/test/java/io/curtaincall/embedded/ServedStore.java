package io.curtaincall.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

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
        String uri = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (uri == null) {
            throw new IOException("The store did not start.");
        }
        return new ServedStore(process, uri);
    }

    String uri() {
        return uri;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws InterruptedException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        System.out.println(EmbeddedMongo.open(Path.of(arguments[0]), anyPort).uri());
        new CountDownLatch(1).await();
    }
}
