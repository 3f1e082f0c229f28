package io.curtaincall.eventstore;

/** Knows which indexes this process is just storing events at, so that its watcher need not look for them. */
final class OwnIndexes implements GlobalIndexes {
    private final GlobalIndexes source;
    private volatile long last;
    private volatile boolean busy;

    OwnIndexes(GlobalIndexes source) {
        this.source = source;
    }

    @Override
    public long take(int count) {
        long first = source.take(count);
        last = first + count - 1;
        return first;
    }

    void during(Runnable storing) {
        busy = true;
        try {
            storing.run();
        } finally {
            busy = false;
        }
    }

    /** Whether what lies at the head is being stored by this process now and will be announced by it. */
    boolean covers(long head) {
        return busy && head <= last;
    }
}
