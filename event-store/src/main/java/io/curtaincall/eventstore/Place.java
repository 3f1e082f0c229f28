package io.curtaincall.eventstore;

/** A place in a stream: only one event can ever have it. */
public record Place(String aggregateId, long sequence) {}
