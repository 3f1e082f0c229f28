package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.RefusedException;
import java.util.concurrent.Semaphore;

/**
 * How many intake requests are under way and how much they brought; above the limits they are asked to come back, which
 * costs nothing.
 */
final class UnderWay {
    private final IntakeProperties properties;
    private final int mostBytes;
    private final Semaphore places;
    private final Semaphore bytes;

    UnderWay(IntakeProperties properties) {
        this.properties = properties;
        this.places = new Semaphore(properties.underWay());
        // the longest request can be taken whatever the limit is
        this.mostBytes = Math.clamp(properties.bytesUnderWay().toBytes(), EventRequests.MOST_BYTES, Integer.MAX_VALUE);
        this.bytes = new Semaphore(mostBytes);
    }

    /** @throws RefusedException if there are too many */
    Stay enter() {
        if (!places.tryAcquire()) throw tooMuch();
        return new Stay();
    }

    boolean isFull() {
        return places.availablePermits() <= 0 || bytes.availablePermits() <= 0;
    }

    int count() {
        return properties.underWay() - places.availablePermits();
    }

    int bytes() {
        return mostBytes - bytes.availablePermits();
    }

    private RefusedException tooMuch() {
        return new Throttled(properties.retryAfter()).refused();
    }

    /** One request's, from its first byte until what it reports is stored. */
    final class Stay {
        private int taken;

        private Stay() {}

        /** @throws RefusedException if that is too much with all the others bring */
        void take(int more) {
            if (!bytes.tryAcquire(more)) throw tooMuch();
            taken += more;
        }

        /** To be called once. */
        void leave() {
            bytes.release(taken);
            places.release();
        }
    }
}
