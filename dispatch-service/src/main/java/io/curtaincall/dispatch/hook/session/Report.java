package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.file.Examination.Fault;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a session that customers are to be told.
 *
 * @param identity what makes it this fact and no other within its task: the same fact found twice is reported once
 * @param byServer whether the time is by the media server's clock
 * @param inferred whether no server said so
 */
record Report(
        Topic topic,
        String identity,
        Instant time,
        boolean byServer,
        String rawEvent,
        boolean inferred,
        @Nullable Integer segment,
        @Nullable RecordedFile file,
        @Nullable Totals totals,
        @Nullable Failure failure) {

    /** Why nothing was recorded, in the words of the canonical form. */
    record Failure(String code, String message) {
        static final Failure NO_FILE = new Failure("NO_FILE", "the stream ended and no file was recorded");
        static final Failure DUPLICATE_PUBLISHER =
                new Failure("DUPLICATE_PUBLISHER", "the stream name is already being published");
        static final Failure ORPHANED =
                new Failure("ORPHANED", "the media server fell silent and left no file that could be found");

        static Failure of(Fault fault) {
            return new Failure(fault.name(), fault.message());
        }
    }

    static Report plain(Topic topic, String identity, Instant time, boolean byServer, String call, boolean inferred) {
        return new Report(topic, identity, time, byServer, call, inferred, null, null, null, null);
    }

    static Report completed(PendingFile pending, RecordedFile file, int segment) {
        return new Report(
                Topic.RECORDING_FILE_COMPLETED,
                identity(pending, file),
                pending.receivedAt(),
                false,
                pending.call(),
                pending.inferred(),
                segment,
                file,
                null,
                null);
    }

    static Report over(Instant time, boolean byServer, String call, boolean inferred, Totals totals) {
        return new Report(Topic.RECORDING_OVER, "", time, byServer, call, inferred, null, null, totals, null);
    }

    static Report failed(Instant time, String call, boolean inferred, Failure failure) {
        return new Report(
                Topic.RECORDING_FAILED, failure.code(), time, false, call, inferred, null, null, null, failure);
    }

    static Report badFile(PendingFile pending, @Nullable RecordedFile file, Failure failure) {
        String identity = failure.code() + "|" + (file == null ? pending.path() : identity(pending, file));
        return new Report(
                Topic.RECORDING_FAILED,
                identity,
                pending.receivedAt(),
                false,
                pending.call(),
                pending.inferred(),
                null,
                file,
                null,
                failure);
    }

    /** Of a file that cannot be seen nothing changes but the telling. */
    static String identity(PendingFile pending, RecordedFile file) {
        Instant changedAt = file.changedAt();
        return file.path() + "|"
                + (changedAt == null ? "told at " + pending.position() : file.sizeBytes() + "|" + changedAt);
    }
}
