package io.curtaincall.eventstore;

import com.mongodb.ErrorCategory;
import com.mongodb.bulk.BulkWriteError;
import io.curtaincall.eventstore.Coroner.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

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
        List<Placed> placed = place(group);
        List<StoredCommit> commits = placed.stream().map(Placed::commit).toList();
        Map<Integer, BulkWriteError> errors = retries.call(() -> log.insert(commits));
        List<Placed> stored = new ArrayList<>();
        List<Placed> refused = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            (errors.containsKey(i) ? refused : stored).add(placed.get(i).failingUnlessDuplicate(errors.get(i)));
        }
        succeed(stored);
        return refused.isEmpty() ? List.of() : conclude(refused);
    }

    private List<Placed> place(List<PendingCommit> group) {
        int events = group.stream().mapToInt(PendingCommit::size).sum();
        long index = retries.call(() -> indexes.take(events));
        List<Placed> placed = new ArrayList<>(group.size());
        for (PendingCommit pending : group) {
            placed.add(new Placed(pending, pending.placedAt(index)));
            index += pending.size();
        }
        return placed;
    }

    /** Readers are told before the callers: these may look for their own events next. */
    private void succeed(List<Placed> stored) {
        settled.accept(stored.stream().map(Placed::commit).toList());
        stored.forEach(placed -> placed.pending().fate().complete(placed.commit()));
    }

    private List<PendingCommit> conclude(List<Placed> refused) {
        List<StoredCommit> commits = refused.stream().map(Placed::commit).toList();
        Findings findings = retries.call(() -> coroner.examine(commits));
        settled.accept(findings.settled());
        List<PendingCommit> displaced = new ArrayList<>();
        for (Placed placed : refused) {
            PendingCommit pending = placed.pending();
            switch (findings.fateOf(placed.commit())) {
                case Fate.Stored(StoredCommit commit) -> pending.fate().complete(commit);
                case Fate.Refused(AppendConflict conflict) -> pending.fate().completeExceptionally(conflict);
                case Fate.Displaced() -> displaced.add(pending);
            }
        }
        displaced.removeIf(pending -> pending.fate().isDone());
        return displaced;
    }

    private record Placed(PendingCommit pending, StoredCommit commit) {
        Placed failingUnlessDuplicate(@Nullable BulkWriteError error) {
            if (error != null && error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                pending.fate()
                        .completeExceptionally(new EventStoreException("Refused by the store: " + error.getMessage()));
            }
            return this;
        }
    }
}
