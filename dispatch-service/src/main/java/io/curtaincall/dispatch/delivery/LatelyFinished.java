package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackId;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/** What this process has finished a moment ago and the due list, which trails, may still show. */
final class LatelyFinished {
    private final long rememberedNanos;
    private final LongSupplier nanoTime;
    private final Set<CallbackId> finished = ConcurrentHashMap.newKeySet();
    private final Queue<Finish> inOrder = new ConcurrentLinkedQueue<>();

    private record Finish(CallbackId callbackId, long at) {}

    LatelyFinished(Duration remembered, LongSupplier nanoTime) {
        rememberedNanos = remembered.toNanos();
        this.nanoTime = nanoTime;
    }

    void add(CallbackId callbackId) {
        forgetOld();
        if (finished.add(callbackId)) inOrder.add(new Finish(callbackId, nanoTime.getAsLong()));
    }

    boolean contains(CallbackId callbackId) {
        forgetOld();
        return finished.contains(callbackId);
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        for (Finish oldest = inOrder.peek(); oldest != null && isOld(oldest, now); oldest = inOrder.peek()) {
            if (inOrder.remove(oldest)) finished.remove(oldest.callbackId());
        }
    }

    private boolean isOld(Finish finish, long now) {
        return now - finish.at() > rememberedNanos;
    }
}
