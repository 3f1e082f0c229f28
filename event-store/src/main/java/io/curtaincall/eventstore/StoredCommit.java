package io.curtaincall.eventstore;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one document holds: events that came into being together, at contiguous global indexes from {@code index} on. A
 * tombstone is a commit without events: its index will never have one.
 */
record StoredCommit(long index, int size, long time, String id, List<StoredEntry> entries) {

    static StoredCommit tombstone(long index, long time) {
        return new StoredCommit(index, 1, time, "", List.of());
    }

    boolean isTombstone() {
        return entries.isEmpty();
    }

    long lastIndex() {
        return index + size - 1;
    }

    Stream<Place> places() {
        return entries.stream().map(StoredEntry::place);
    }

    int bytes() {
        return entries.stream().mapToInt(StoredEntry::bytes).sum();
    }
}
