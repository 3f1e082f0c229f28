package io.curtaincall.access.egress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Threads of which nobody has more than a quarter, so that who keeps theirs busy leaves room for others. */
final class AskersThreads implements AutoCloseable {
    private static final int PART = 4;

    private final ThreadPoolExecutor threads;
    private final int mostAtOnce;
    private final int mostWaiting;
    private final Map<String, Share> shares = new HashMap<>();

    /** What one has under way, and what of theirs waits behind it. */
    private static final class Share {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int underWay;
    }

    AskersThreads(int atOnce, int waiting) {
        mostAtOnce = Math.max(1, atOnce / PART);
        mostWaiting = Math.max(1, waiting / PART);
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("name-lookup-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** False if too much of the asker's waits already. */
    boolean execute(String asker, Runnable work) {
        synchronized (shares) {
            Share share = shares.computeIfAbsent(asker, who -> new Share());
            if (share.underWay >= mostAtOnce) {
                return share.waiting.size() < mostWaiting && share.waiting.add(work);
            }
            share.underWay++;
        }
        start(asker, work);
        return true;
    }

    private void start(String asker, Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                Runnable next = next(asker);
                if (next != null && !threads.isShutdown()) start(asker, next);
            }
        });
    }

    private @Nullable Runnable next(String asker) {
        synchronized (shares) {
            Share share = shares.get(asker);
            if (share == null) return null;
            Runnable next = share.waiting.poll();
            if (next == null && --share.underWay == 0) shares.remove(asker);
            return next;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
