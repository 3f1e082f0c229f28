package io.curtaincall.dispatch.hook.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that has still to be looked at.
 *
 * @param call the hook that told of it
 * @param sizeBytes as the server says
 * @param position of the hook in the event store
 * @param inferred whether no server said that it is complete
 */
record PendingFile(
        String call,
        String path,
        String recorder,
        @Nullable Long sizeBytes,
        Instant receivedAt,
        long position,
        boolean inferred) {}
