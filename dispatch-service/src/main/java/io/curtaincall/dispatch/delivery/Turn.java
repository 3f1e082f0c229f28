package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one callback in hand is doing, so that a stop disturbs waiting at once, sending late and recording never. */
final class Turn {
    private enum Doing {
        WAITING,
        SENDING,
        RECORDING,
        CALLED_OFF
    }

    private final CallbackId callbackId;
    private final NotifyConfigId configId;
    private final @Nullable DueCallback row;
    private final ReentrantLock lock = new ReentrantLock();
    private Doing doing = Doing.WAITING;
    /** What holds the attempt back that comes next since it was taken in hand; its own thread's affair. */
    private final Set<Hold> heldBy = Throttle.nothing();

    private FairShares.@Nullable Party party;
    private @Nullable Thread thread;
    private boolean cutShort;

    private Turn(CallbackId callbackId, NotifyConfigId configId, @Nullable DueCallback row) {
        this.callbackId = callbackId;
        this.configId = configId;
        this.row = row;
    }

    static Turn of(PlannedCallback fresh) {
        return new Turn(fresh.callbackId(), fresh.configId(), null);
    }

    static Turn of(DueCallback due) {
        return new Turn(due.callbackId(), due.configId(), due);
    }

    CallbackId callbackId() {
        return callbackId;
    }

    NotifyConfigId configId() {
        return configId;
    }

    /** Finds out whose places it takes, before it takes any. */
    FairShares.Party settle(Function<NotifyConfigId, FairShares.Party> parties) {
        party = parties.apply(configId);
        return party;
    }

    FairShares.Party party() {
        return Objects.requireNonNull(party);
    }

    boolean isFromDueList() {
        return row != null;
    }

    Set<Hold> heldBy() {
        return heldBy;
    }

    /** What held the attempt back before it was taken in hand, as the due list has it. */
    Set<Hold> heldBefore(int attempt) {
        return row != null && row.attempt() == attempt ? row.held() : Set.of();
    }

    void startOn(Thread newThread) {
        lock.lock();
        try {
            thread = newThread;
        } finally {
            lock.unlock();
        }
        newThread.start();
    }

    /** @return false if it was called off */
    boolean startSending() {
        return change(Doing.SENDING);
    }

    /** @return whether the sending was cut short by a stop */
    boolean startRecording() {
        lock.lock();
        try {
            doing = Doing.RECORDING;
            Thread.interrupted(); // recording is not to be disturbed
            return cutShort;
        } finally {
            lock.unlock();
        }
    }

    void waitAgain() {
        change(Doing.WAITING);
    }

    private boolean change(Doing to) {
        lock.lock();
        try {
            if (doing == Doing.CALLED_OFF) return false;
            doing = to;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends it if it only waits. */
    void callOff() {
        lock.lock();
        try {
            if (doing != Doing.WAITING) return;
            doing = Doing.CALLED_OFF;
            interrupt();
        } finally {
            lock.unlock();
        }
    }

    boolean isCalledOff() {
        lock.lock();
        try {
            return doing == Doing.CALLED_OFF;
        } finally {
            lock.unlock();
        }
    }

    /** Cuts its request short if one is under way. */
    void cutShort() {
        lock.lock();
        try {
            if (doing != Doing.SENDING) return;
            cutShort = true;
            interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void interrupt() {
        if (thread != null) thread.interrupt();
    }
}
