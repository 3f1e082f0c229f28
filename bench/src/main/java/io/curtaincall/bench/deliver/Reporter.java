package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Reply;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** Reports a batch, or a single event as such, and notes what became of it. */
final class Reporter {
    private final CurtaincallApi api;
    private final Journeys journeys;
    private final EventText text = new EventText();
    private final AtomicLong refused = new AtomicLong();

    Reporter(CurtaincallApi api, Journeys journeys) {
        this.api = api;
        this.journeys = journeys;
    }

    /**
     * @param dueAt when it should have been sent: a system that makes its callers wait is charged for it
     * @return whether it was accepted
     */
    boolean report(int first, int count, long dueAt) {
        for (int number = first; number < first + count; number++) journeys.reported(number, dueAt);
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
            if (reply.status() != 202 && reply.status() != 429) throw new IllegalStateException(reply.toString());
            return reply.status() == 202;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    long refused() {
        return refused.get();
    }
}
