package io.curtaincall.eventstore;

/** Where a writer gets the next global indexes from. */
@FunctionalInterface
interface GlobalIndexes {
    /** Takes that many contiguous indexes for the caller alone and returns the first. */
    long take(int count);
}
