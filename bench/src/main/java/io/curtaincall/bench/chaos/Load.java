package io.curtaincall.bench.chaos;

import io.curtaincall.bench.kill.Receipts;
import io.curtaincall.bench.kill.StubbornReporter;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ReceivedRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Events at an even rate to all dispatch processes, and a receiver that takes its time and fails now and then. */
final class Load implements AutoCloseable {
    /** Retries that a run can wait for. */
    static final String[] SETTINGS = {"dispatch.delivery.schedule=5s,5s,10s,10s,10s,10s,10s,10s"};

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FAILS_EACH = 20;
    private static final int LATE_EACH = 3;
    private static final Duration LATE = Duration.ofMillis(300);

    private final Receipts receipts = new Receipts();
    private final Takeovers takeovers = new Takeovers();
    private final CallbackReceiver receiver = CallbackReceiver.startForgetful(this::note);
    private final AtomicLong failures = new AtomicLong();
    private final CurtaincallApi api;
    private final DispatchNodes nodes;
    private final StubbornReporter reporter;

    /** @param timeout how long a report may take before another process is tried */
    Load(Installation installation, int rate, Duration timeout) {
        api = installation.asDemo();
        nodes = new DispatchNodes(installation.dispatchers(), api, timeout, takeovers);
        receiver.on("/chaos", (nth, request) -> answer(nth));
        api.addConfig(StubbornReporter.DOMAIN, receiver.url("/chaos")).expect(201);
        Waiting.until(PATIENCE, () -> nodes.allKnow(StubbornReporter.DOMAIN) ? Boolean.TRUE : null);
        reporter = new StubbornReporter(nodes::report, rate);
    }

    private void note(ReceivedRequest request) {
        receipts.note(request);
        takeovers.received(request.headers().getOrDefault("webhook-id", ""));
    }

    private Answer answer(int nth) {
        if (nth % FAILS_EACH == 0) {
            failures.incrementAndGet();
            return Answer.status(500);
        }
        return nth % LATE_EACH == 0 ? Answer.late(LATE) : Answer.ok();
    }

    void start() {
        reporter.start();
    }

    DispatchNodes nodes() {
        return nodes;
    }

    Takeovers takeovers() {
        return takeovers;
    }

    Receipts receipts() {
        return receipts;
    }

    /** Ends the load and waits until every promise is kept, or nothing more comes. */
    Kept settle() {
        reporter.finish(PATIENCE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!receipts.hasAll(reporter.promisedCallbacks()) && System.nanoTime() < deadline) {
            Waiting.pause(Duration.ofMillis(250));
        }
        AttemptsOnRecord records =
                AttemptsOnRecord.whole(api, StubbornReporter.DOMAIN, receipts, reporter.promisedCallbacks(), PATIENCE);
        return new Kept(reporter, receipts, failures.get(), records);
    }

    @Override
    public void close() {
        reporter.close();
        receiver.close();
    }
}
