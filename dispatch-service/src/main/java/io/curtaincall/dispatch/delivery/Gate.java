package io.curtaincall.dispatch.delivery;

/** Whether this process may start an attempt: not while it is stopping, is believed dead, or cannot record. */
final class Gate {
    private final Heartbeat heartbeat;
    private final AttemptLog log;
    private volatile boolean closed;
    private volatile boolean givenUp;

    Gate(Heartbeat heartbeat, AttemptLog log) {
        this.heartbeat = heartbeat;
        this.log = log;
    }

    boolean isOpen() {
        return !closed && heartbeat.isFresh() && !log.isBehind();
    }

    void close() {
        closed = true;
    }

    /** Nobody waits any longer for what is not on record yet. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }
}
