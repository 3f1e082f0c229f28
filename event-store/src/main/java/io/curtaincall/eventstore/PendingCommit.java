package io.curtaincall.eventstore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A commit on its way into the store, and the place where its caller learns what became of it. */
final class PendingCommit {
    /** MongoDB refuses documents of 16 MiB; this leaves room for names and for how lengths are estimated. */
    static final int MOST_BYTES = 12 * 1024 * 1024;

    private final List<StoredEntry> entries;
    private final int bytes;
    private final CompletableFuture<StoredCommit> fate = new CompletableFuture<>();

    PendingCommit(List<StoredEntry> entries) {
        this.entries = List.copyOf(entries);
        this.bytes = entries.stream().mapToInt(StoredEntry::bytes).sum();
        if (bytes > MOST_BYTES) {
            throw new CommitTooLargeException(entries.size(), bytes, MOST_BYTES);
        }
        requireDistinctSequences();
    }

    /** The unique index compares documents with each other, not the events within one. */
    private void requireDistinctSequences() {
        Set<Place> seen = new HashSet<>();
        for (StoredEntry entry : entries) {
            if (!seen.add(entry.place())) {
                throw new AppendConflict(entry.aggregateId(), entry.sequence());
            }
        }
    }

    StoredCommit placedAt(long index) {
        StoredEntry first = entries.getFirst();
        return new StoredCommit(index, entries.size(), first.time(), first.eventId(), entries);
    }

    int size() {
        return entries.size();
    }

    int bytes() {
        return bytes;
    }

    CompletableFuture<StoredCommit> fate() {
        return fate;
    }
}
