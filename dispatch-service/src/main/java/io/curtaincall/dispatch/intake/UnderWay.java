package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
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
    private final Share share;

    UnderWay(IntakeProperties properties) {
        this.properties = properties;
        this.places = new Semaphore(properties.underWay());
        // the longest request can be taken whatever the limit is
        this.mostBytes = Math.clamp(properties.bytesUnderWay().toBytes(), EventRequests.MOST_BYTES, Integer.MAX_VALUE);
        this.bytes = new Semaphore(mostBytes);
        this.share = new Share(properties.underWay(), mostBytes, EventRequests.MOST_BYTES);
    }

    /** @throws RefusedException if there are too many, in all or of that caller */
    Stay enter(Caller caller) {
        if (!places.tryAcquire()) throw tooMuch();
        if (share.take(caller, 1, 0)) return new Stay(caller);
        places.release();
        throw tooMuch();
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
        private final Caller caller;
        private int taken;

        private Stay(Caller caller) {
            this.caller = caller;
        }

        /** @throws RefusedException if that is too much with all that others bring, or the same caller */
        void take(int more) {
            if (!share.take(caller, 0, more)) throw tooMuch();
            if (!bytes.tryAcquire(more)) {
                share.giveBack(caller, 0, more);
                throw tooMuch();
            }
            taken += more;
        }

        /** To be called once. */
        void leave() {
            share.giveBack(caller, 1, taken);
            bytes.release(taken);
            places.release();
        }
    }
}
