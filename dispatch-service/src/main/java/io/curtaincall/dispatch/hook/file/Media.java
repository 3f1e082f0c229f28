package io.curtaincall.dispatch.hook.file;

import org.jspecify.annotations.Nullable;

/** What is inside a recorded file, as far as it could be told. */
public record Media(
        @Nullable Double durationSeconds,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String videoCodec,
        @Nullable String audioCodec) {
    public static final Media UNKNOWN = new Media(null, null, null, null, null);
}
