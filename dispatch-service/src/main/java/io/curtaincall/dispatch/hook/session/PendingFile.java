package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.server.ServerFile;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that has still to be looked at. What its server tells of it stands beside its path, as it did before servers were
 * known that tell more than the size.
 *
 * @param call the hook that told of it
 * @param sizeBytes as the server says
 * @param position of the hook in the event store
 * @param inferred whether no server said that it is complete
 * @param elsewhere whether it is on no disk that could be looked at
 */
record PendingFile(
        String call,
        String path,
        String recorder,
        @Nullable Long sizeBytes,
        Instant receivedAt,
        long position,
        boolean inferred,
        boolean elsewhere,
        @Nullable Double durationSeconds,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static PendingFile of(FileClosed closed, Hook hook) {
        ServerFile file = closed.file();
        return new PendingFile(
                closed.call(),
                file.path(),
                file.recorder(),
                file.sizeBytes(),
                hook.receivedAt(),
                hook.position(),
                false,
                file.elsewhere(),
                file.durationSeconds(),
                file.startedAt(),
                file.endedAt());
    }

    /** One that nobody told of. */
    static PendingFile found(String call, String path, Instant now, long position) {
        return new PendingFile(call, path, "", null, now, position, true, false, null, null, null);
    }
}
