package io.curtaincall.eventstore;

import com.mongodb.ErrorCategory;
import com.mongodb.bulk.BulkWriteError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Stores a group of commits with one step of the counter and one insert; each succeeds or fails alone. */
final class GroupAppend {
    private static final int MOST_MOVES = 20;

    private final GlobalIndexes indexes;
    private final CommitLog log;
    private final Coroner coroner;
    private final Retries retries;
    private final Consumer<List<StoredCommit>> settled;

    GroupAppend(
            GlobalIndexes indexes,
            CommitLog log,
            Coroner coroner,
            Retries retries,
            Consumer<List<StoredCommit>> settled) {
        this.indexes = indexes;
        this.log = log;
        this.coroner = coroner;
        this.retries = retries;
        this.settled = settled;
    }

    void store(List<PendingCommit> group) {
        List<PendingCommit> open = group;
        for (int move = 0; !open.isEmpty(); move++) {
            if (move > MOST_MOVES) {
                throw new EventStoreException("Every index that was taken for a commit was buried before its insert");
            }
            open = storeAtNewIndexes(open);
        }
    }

    /** Returns the commits that need yet another index. */
    private List<PendingCommit> storeAtNewIndexes(List<PendingCommit> group) {
        List<StoredCommit> placed = place(group);
        Map<Integer, BulkWriteError> refused = retries.call(() -> log.insert(placed));
        announce(group, placed, refused);
        List<PendingCommit> displaced = new ArrayList<>();
        for (Map.Entry<Integer, BulkWriteError> refusal : refused.entrySet()) {
            PendingCommit pending = group.get(refusal.getKey());
            if (!conclude(pending, placed.get(refusal.getKey()), refusal.getValue())) {
                displaced.add(pending);
            }
        }
        return displaced;
    }

    private void announce(List<PendingCommit> group, List<StoredCommit> placed, Map<Integer, BulkWriteError> refused) {
        List<StoredCommit> stored = new ArrayList<>(placed);
        refused.keySet().forEach(refusal -> stored.remove(placed.get(refusal)));
        settled.accept(stored); // before the callers know: they may look for their own events next
        for (int i = 0; i < placed.size(); i++) {
            if (!refused.containsKey(i)) {
                group.get(i).fate().complete(placed.get(i));
            }
        }
    }

    private List<StoredCommit> place(List<PendingCommit> group) {
        int events = group.stream().mapToInt(PendingCommit::size).sum();
        long index = retries.call(() -> indexes.take(events));
        List<StoredCommit> placed = new ArrayList<>(group.size());
        for (PendingCommit pending : group) {
            placed.add(pending.placedAt(index));
            index += pending.size();
        }
        return placed;
    }

    private boolean conclude(PendingCommit pending, StoredCommit placed, BulkWriteError error) {
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
            retries.call(() -> {
                log.graveyard().buryOwn(placed.index(), placed.lastIndex());
                return true;
            });
            pending.fate()
                    .completeExceptionally(new EventStoreException("Refused by the store: " + error.getMessage()));
            return true;
        }
        switch (retries.call(() -> coroner.examine(placed))) {
            case Fate.Stored(StoredCommit commit) -> pending.fate().complete(commit);
            case Fate.Refused(AppendConflict conflict) -> pending.fate().completeExceptionally(conflict);
            case Fate.Displaced() -> {
                return false;
            }
        }
        return true;
    }
}
