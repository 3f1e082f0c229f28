package io.curtaincall.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The same events a while later: for projections in which what is planned and what came of it cancel out, as long as
 * both are in one batch.
 */
public final class TrailingSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Duration lag;
    private final Clock clock;
    private final UnaryOperator<TrackedEventMessage<?>> essence;

    /** @param essence what of a message is held back and then given, so that thousands fit in memory */
    public TrailingSource(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Duration lag,
            Clock clock,
            UnaryOperator<TrackedEventMessage<?>> essence) {
        this.source = source;
        this.lag = lag;
        this.clock = clock;
        this.essence = essence;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new TrailingStream(source.openStream(trackingToken), lag, clock, essence);
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return source.createTokenAt(dateTime);
    }
}
