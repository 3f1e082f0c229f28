package io.curtaincall.dispatch.hook.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a hook was first sent, by the server's clock, and when it came, by ours. The order is that of coming, unless a hook
 * came so much later than it was sent that it must have been tried again.
 */
record Sent(Instant ran, Instant receivedAt, String call) {
    /** Tries begin a second after one another; less is how processes overtake each other. */
    private static final Duration SOONEST_TRY = Duration.ofMillis(500);
    /** And they end; more is a clock that was set. */
    private static final Duration LAST_TRY = Duration.ofMinutes(2);

    /** Null where the server does not say when it sent it. */
    static @Nullable Sent of(Hook hook) {
        Instant ran = hook.ran();
        return ran == null
                ? null
                : new Sent(ran, hook.receivedAt(), hook.signal().call());
    }

    /** Whether it was sent before the other, and came after it because it had to be tried again. */
    static boolean wasTriedAgain(@Nullable Sent late, @Nullable Sent other) {
        if (late == null || other == null || !late.ran.isBefore(other.ran)) return false;
        Duration delay =
                Duration.between(other.receivedAt, late.receivedAt).plus(Duration.between(late.ran, other.ran));
        return delay.compareTo(SOONEST_TRY) >= 0 && delay.compareTo(LAST_TRY) <= 0;
    }
}
