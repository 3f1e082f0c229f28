package io.curtaincall.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Events that belong together do not fit into one document; nothing of them is stored, and trying again is no use. */
public final class CommitTooLargeException extends EventStoreException {
    private final int mostBytes;

    CommitTooLargeException(int events, int bytes, int mostBytes) {
        super("A commit of " + events + " events and " + bytes + " bytes does not fit into one document; the most is "
                + mostBytes + " bytes");
        this.mostBytes = mostBytes;
    }

    public int mostBytes() {
        return mostBytes;
    }
}
