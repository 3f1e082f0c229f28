package io.curtaincall.acceptance.media;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs of others that the media tests need, and where they are on this machine. */
public final class MediaTools {
    private static final Path RTMP_MODULE = Path.of("nginx/modules/ngx_rtmp_module.so");

    private MediaTools() {}

    static Optional<Path> program(String name) {
        Stream<String> folders = Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"));
        return folders.map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Optional<Path> rtmpModule() {
        return Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib")
                .map(folder -> Path.of(folder).resolve(RTMP_MODULE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static Optional<Path> nodeMediaServer() {
        return Optional.ofNullable(System.getenv("NODE_MEDIA_SERVER_DIR"))
                .map(folder -> Path.of(folder, "node_modules", "node-media-server", "bin", "app.js"))
                .filter(Files::isRegularFile);
    }

    /** Without it the test is counted as skipped, or fails where CI has promised that everything is there. */
    public static void require(Optional<Path> tool, String name) {
        boolean promised = "1".equals(System.getenv("CURTAINCALL_REQUIRE_MEDIA"));
        if (promised && tool.isEmpty()) throw new AssertionError(name + " is not on this machine, but must be");
        Assumptions.assumeTrue(tool.isPresent(), name + " is not on this machine");
    }

    /** A port that was free a moment ago; for programs that cannot ask the kernel themselves. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
