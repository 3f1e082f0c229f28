package io.curtaincall.eventstore;

/**
 * An event to append at a place in a stream that the writer knows.
 *
 * @param aggregateType the kind of stream, as in {@code LiveEvent}
 * @param sequence 0 for the first event of the stream
 */
public record NewEvent(String aggregateType, String aggregateId, long sequence, Object payload) {}
