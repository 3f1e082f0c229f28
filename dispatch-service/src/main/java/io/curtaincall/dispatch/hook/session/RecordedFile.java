package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.file.Media;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a recorded file: what was seen, and for the rest the server's word.
 *
 * @param changedAt when it last changed, null if it was not seen
 */
record RecordedFile(
        PendingFile told,
        @Nullable Long sizeBytes,
        @Nullable Instant changedAt,
        Media media) {

    static RecordedFile seen(PendingFile told, long sizeBytes, Instant changedAt, Media media) {
        return new RecordedFile(told, sizeBytes, changedAt, media);
    }

    static RecordedFile unseen(PendingFile told) {
        return new RecordedFile(told, told.sizeBytes(), null, Media.UNKNOWN);
    }

    String path() {
        return told.path();
    }

    String recorder() {
        return told.recorder();
    }

    @Nullable
    Double durationSeconds() {
        return media.durationSeconds() == null ? told.durationSeconds() : media.durationSeconds();
    }

    @Nullable
    Instant startedAt() {
        if (told.startedAt() != null) return told.startedAt();
        Double seconds = durationSeconds();
        Instant ended = endedAt();
        return ended == null || seconds == null ? null : ended.minus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    @Nullable
    Instant endedAt() {
        return told.endedAt() == null ? changedAt : told.endedAt();
    }
}
