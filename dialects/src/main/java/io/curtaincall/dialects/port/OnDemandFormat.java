package io.curtaincall.dialects.port;

import org.jspecify.annotations.Nullable;

/** How one dialect asks a receiver whether a stream is to be recorded. Pure. */
public interface OnDemandFormat {
    /** As it stands in a notify config. */
    String name();

    /** What to GET. */
    String question(String onDemandUrl, Stream stream);

    /**
     * What the receiver answered with status 200.
     *
     * @throws IllegalArgumentException if it is no answer of this format
     */
    Answer answer(String body);

    /** @param codec null if the control plane does not know */
    record Stream(
            String domain,
            String app,
            String stream,
            @Nullable Integer videoKbps,
            @Nullable String codec) {}

    /** @param details what else the answer holds, as JSON, for the control plane */
    record Answer(boolean record, String details) {}
}
