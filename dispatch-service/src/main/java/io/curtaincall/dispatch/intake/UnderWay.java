package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Throttled;
import java.util.concurrent.Semaphore;

/** How many intake requests are under way; above the limit they are asked to come back, which costs nothing. */
final class UnderWay {
    private final IntakeProperties properties;
    private final Semaphore free;

    UnderWay(IntakeProperties properties) {
        this.properties = properties;
        this.free = new Semaphore(properties.underWay());
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there are too many */
    void enter() {
        if (!free.tryAcquire()) throw new Throttled(properties.retryAfter()).refused();
    }

    boolean isFull() {
        return free.availablePermits() <= 0;
    }

    int count() {
        return properties.underWay() - free.availablePermits();
    }

    void leave() {
        free.release();
    }
}
