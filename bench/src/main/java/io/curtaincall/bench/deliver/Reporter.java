package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Reply;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Reports a batch, or a single event as such, and notes what became of it. */
public final class Reporter {
    private final CurtaincallApi api;
    private final Journeys journeys;
    private final EventText text;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();

    public Reporter(CurtaincallApi api, Journeys journeys) {
        this.api = api;
        this.journeys = journeys;
        this.text = journeys.text();
    }

    /**
     * @param dueAt when it should have been sent: a system that makes its callers wait is charged for it
     * @return whether it was accepted
     */
    public boolean report(int first, int count, long dueAt) {
        for (int number = first; number < first + count; number++) journeys.reported(number, dueAt);
        underWay.incrementAndGet();
        try {
            return isAccepted(first, count);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private boolean isAccepted(int first, int count) {
        if (!sent(first, count)) {
            refused.addAndGet(count);
            return false;
        }
        long at = System.nanoTime();
        for (int number = first; number < first + count; number++) journeys.accepted(number, at);
        return true;
    }

    private boolean sent(int first, int count) {
        try {
            Reply reply = count == 1 ? api.report(text.one(first)) : api.reportBatch(text.batch(first, count));
            boolean toBeRepeated = reply.status() == 429 || reply.status() == 503;
            if (reply.status() != 202 && !toBeRepeated) throw new IllegalStateException(reply.toString());
            return reply.status() == 202;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether every report has been answered or given up. */
    public boolean isIdle() {
        return underWay.get() == 0;
    }

    public long refused() {
        return refused.get();
    }
}
