package io.curtaincall.eventstore;

import java.time.Instant;

/**
 * An event read back from its stream.
 *
 * @param position its place in the order of all events
 */
public record StreamEvent(String aggregateId, long sequence, long position, Instant timestamp, Object payload) {}
