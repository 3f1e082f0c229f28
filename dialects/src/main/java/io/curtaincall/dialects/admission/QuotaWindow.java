package io.curtaincall.dialects.admission;

import java.util.concurrent.locks.ReentrantLock;

/** What one process takes of one quota in the current second. */
final class QuotaWindow {
    private static final int SHARES = 10;

    /** Of all processes; adds to what was taken in the second, and tells how much that was before. */
    interface SharedCounter {
        long take(long second, int count);
    }

    private final SharedCounter shared;
    private final ReentrantLock lock = new ReentrantLock();
    private long second = -1;
    private int used;
    private int granted;
    private int told;
    private boolean spent;

    QuotaWindow(SharedCounter shared) {
        this.shared = shared;
    }

    boolean take(long now, int limit) {
        lock.lock();
        try {
            if (now != second) begin(now, limit);
            if (used == granted && !spent) ask(limit);
            if (used >= granted) return false;
            used++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void begin(long now, int limit) {
        second = now;
        used = 0;
        granted = limit / SHARES;
        told = 0;
        spent = false;
    }

    /** The first time it also tells what was granted without asking. */
    private void ask(int limit) {
        int count = granted - told + Math.max(1, limit / SHARES);
        long before = shared.take(second, count);
        long got = Math.clamp(limit - before, 0, count);
        granted = Math.max(granted, told + (int) got);
        told += (int) got;
        spent = got < count;
    }
}
