package io.curtaincall.eventstore;

/** A place in a stream: only one event can ever have it. */
record Place(String aggregateId, long sequence) {}
