package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.file.Media;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be said of a recorded file. */
record RecordedFile(
        String path,
        String recorder,
        @Nullable Long sizeBytes,
        @Nullable Instant endedAt,
        Media media) {

    @Nullable
    Instant startedAt() {
        Double seconds = media.durationSeconds();
        return endedAt == null || seconds == null ? null : endedAt.minus(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
