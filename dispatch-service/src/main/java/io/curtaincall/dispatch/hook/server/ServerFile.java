package io.curtaincall.dispatch.hook.server;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded file as its server tells of it; what cannot be is left out.
 *
 * @param path where it is, as the server names it
 * @param elsewhere whether that is no place on the server's disk, so that nobody looks there
 */
public record ServerFile(
        String path,
        String recorder,
        boolean elsewhere,
        @Nullable Long sizeBytes,
        @Nullable Double durationSeconds,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();
    /** By how much a recording may seem longer than the time it was made in. */
    private static final long SLACK_SECONDS = 60;

    public ServerFile {
        if (sizeBytes != null && sizeBytes < 0) sizeBytes = null;
        if (durationSeconds != null && !(durationSeconds >= 0 && durationSeconds <= LONGEST_SECONDS)) {
            durationSeconds = null;
        }
        if (startedAt != null && endedAt != null) {
            long between = Duration.between(startedAt, endedAt).toSeconds();
            boolean possible = !endedAt.isBefore(startedAt) && between <= LONGEST_SECONDS;
            if (possible && durationSeconds != null && durationSeconds > between + SLACK_SECONDS)
                durationSeconds = null;
            if (!possible) {
                startedAt = null;
                endedAt = null;
            }
        }
    }

    static ServerFile at(String path, String recorder) {
        return new ServerFile(path, recorder, false, null, null, null, null);
    }

    ServerFile elsewhere(boolean is) {
        return new ServerFile(path, recorder, is, sizeBytes, durationSeconds, startedAt, endedAt);
    }

    ServerFile sized(@Nullable Long bytes) {
        return new ServerFile(path, recorder, elsewhere, bytes, durationSeconds, startedAt, endedAt);
    }

    ServerFile lasting(@Nullable Double seconds) {
        return new ServerFile(path, recorder, elsewhere, sizeBytes, seconds, startedAt, endedAt);
    }

    ServerFile between(@Nullable Instant start, @Nullable Instant end) {
        return new ServerFile(path, recorder, elsewhere, sizeBytes, durationSeconds, start, end);
    }
}
