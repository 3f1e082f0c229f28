package io.curtaincall.eventstore;

import java.time.Duration;

/**
 * How patient the store is.
 *
 * @param gapTimeout how long readers wait for a writer that has taken an index and not yet inserted
 * @param patience how long an append is tried again while the server cannot be reached
 * @param claimTimeout after which a silent process loses its claim on a processor's segment
 */
public record EventStoreSettings(Duration gapTimeout, Duration patience, Duration claimTimeout) {
    public static final EventStoreSettings DEFAULT =
            new EventStoreSettings(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5));

    public EventStoreSettings withGapTimeout(Duration gapTimeout) {
        return new EventStoreSettings(gapTimeout, patience, claimTimeout);
    }
}
