package io.curtaincall.dispatch.hook.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@code ffprobe}. What is in the file is the publisher's, so the format is given and not guessed (a guessed play
 * list could name other files), and nothing but the file may be opened.
 */
public final class Ffprobe implements MediaProbe {
    private static final Logger log = LoggerFactory.getLogger(Ffprobe.class);
    private static final ObjectMapper JSON = new JsonMapper();
    private static final File NOWHERE = new File("/dev/null");

    private final String command;
    private final Duration timeout;
    private final AtomicBoolean missingTold = new AtomicBoolean();

    public Ffprobe(String command, Duration timeout) {
        this.command = command;
        this.timeout = timeout;
    }

    @Override
    public Result probe(Path file) throws InterruptedException {
        Process process;
        try {
            process = start(file);
        } catch (IOException e) {
            if (missingTold.compareAndSet(false, true)) log.warn("{} cannot be run, durations stay unknown", command);
            return new Unknown();
        }
        try {
            return result(process, file);
        } catch (IOException e) {
            return new Unknown();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path file) throws IOException {
        List<String> line = List.of(
                command,
                "-v",
                "error",
                "-protocol_whitelist",
                "file",
                "-f",
                RecordFormat.of(file.toString()).demuxer(),
                "-show_entries",
                "format=duration:stream=codec_type,codec_name,width,height",
                "-of",
                "json",
                "file:" + file);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectInput(NOWHERE);
        return builder.start();
    }

    private Result result(Process process, Path file) throws IOException, InterruptedException {
        // Less than a pipe holds: reading after the end cannot block it.
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("{} took more than {} s for {}", command, timeout.toSeconds(), file);
            return new Unknown();
        }
        JsonNode told = JSON.readTree(process.getInputStream().readNBytes(64 * 1024));
        if (process.exitValue() != 0) return new Unreadable();
        Double duration = duration(told);
        if (duration == null || told.path("streams").isEmpty()) return new Nothing();
        JsonNode video = stream(told, "video");
        JsonNode audio = stream(told, "audio");
        return new Found(new Media(
                duration,
                integer(video.path("width")),
                integer(video.path("height")),
                text(video.path("codec_name")),
                text(audio.path("codec_name"))));
    }

    private static JsonNode stream(JsonNode told, String type) {
        for (JsonNode stream : told.path("streams")) {
            if (stream.path("codec_type").asText().equals(type)) return stream;
        }
        return JSON.missingNode();
    }

    private static @Nullable Double duration(JsonNode told) {
        double seconds = told.path("format").path("duration").asDouble(-1);
        boolean possible = seconds > 0 && seconds < Duration.ofDays(7).toSeconds();
        return possible ? (Double) (Math.round(seconds * 1000) / 1000.0) : null;
    }

    private static @Nullable Integer integer(JsonNode value) {
        return value.asInt() > 0 ? (Integer) value.asInt() : null;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}
