package io.curtaincall.dispatch.hook.file;

import java.time.Instant;

/** What looking at a recorded file has shown. */
public sealed interface Examination {
    /** A recording. */
    record Good(long sizeBytes, Instant changedAt, Media media) implements Examination {}

    /** The media server's disk cannot be seen from here, so its word is all there is. */
    record OutOfSight() implements Examination {}

    /** No use to anybody, but there. */
    record Bad(Fault fault, long sizeBytes, Instant changedAt) implements Examination {}

    /** Not there, or not to be looked at. */
    record Absent(Fault fault) implements Examination {}

    /** Why a file is no recording; the names are those of the canonical error codes. */
    enum Fault {
        EMPTY_FILE("the file holds nothing that can be decoded"),
        FILE_MISSING("the folder is there, the file is not"),
        FILE_UNREADABLE("ffprobe cannot read the file"),
        PATH_OUTSIDE_ROOT("the path leads out of the record folder of the hook source");

        private final String message;

        Fault(String message) {
            this.message = message;
        }

        public String message() {
            return message;
        }
    }
}
