package io.curtaincall.acceptance.media;

import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A started media server that takes streams at a port of its own. */
public final class MediaServer implements AutoCloseable {
    private final ServiceProcess process;
    private final Path folder;
    private final int port;

    MediaServer(List<String> command, Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = ServiceProcess.command(command, Map.of(), folder.resolve("server.log"));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            if (!process.isAlive()) throw new IllegalStateException("the media server ended: " + process.said());
            return MediaTools.isOpen(port);
        });
    }

    public Encoder push(String stream, int seconds) {
        return Encoder.start(folder, "rtmp://127.0.0.1:" + port + "/" + stream, seconds);
    }

    public String said() {
        return process.said();
    }

    @Override
    public void close() {
        process.terminate();
    }
}
