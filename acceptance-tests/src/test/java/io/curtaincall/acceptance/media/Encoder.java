package io.curtaincall.acceptance.media;

import io.curtaincall.bench.running.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One ffmpeg that pushes colour bars and a tone in real time. */
public record Encoder(ServiceProcess process) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Through a script, since the JVM cannot pass on what its locale cannot write. */
    static Encoder start(Path folder, String url, int seconds) {
        String script = """
                exec ffmpeg -hide_banner -loglevel warning -nostdin -re \
                  -f lavfi -i testsrc=size=320x180:rate=15 -f lavfi -i sine=frequency=440:sample_rate=44100 -t %d \
                  -c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 15 -c:a aac -b:a 32k \
                  -f flv '%s'
                """.formatted(seconds, url);
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "push-", ".sh"), script);
            Path log = folder.resolve(file.getFileName() + ".log");
            return new Encoder(ServiceProcess.command(List.of("/bin/sh", file.toString()), Map.of(), log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the exit code: not 0 if the server refused the stream */
    public int awaitEnd() {
        return process.awaitExit(PATIENCE);
    }
}
