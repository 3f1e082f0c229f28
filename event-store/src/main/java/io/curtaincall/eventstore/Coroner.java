package io.curtaincall.eventstore;

import java.util.Optional;

/** Finds out what became of a refused commit by looking at the store, since no server's error message is a contract. */
final class Coroner {
    private final GlobalCounter counter;
    private final CommitLog log;

    Coroner(GlobalCounter counter, CommitLog log) {
        this.counter = counter;
        this.log = log;
    }

    /** Afterwards the commit's own indexes are settled, whatever its fate. */
    Fate examine(StoredCommit mine) {
        Optional<StoredCommit> there = log.at(mine.index());
        if (there.isPresent() && there.get().id().equals(mine.id())) {
            return new Fate.Stored(there.get());
        }
        if (there.isEmpty() || there.get().isTombstone()) {
            log.graveyard().buryOwn(mine.index(), mine.lastIndex());
        } else {
            counter.ensureBeyond(log.lastStored()); // somebody set the counter back
        }
        return inStreams(mine);
    }

    private Fate inStreams(StoredCommit mine) {
        for (StoredEntry entry : mine.entries()) {
            Optional<StoredCommit> holder = log.holding(entry.aggregateId(), entry.sequence());
            if (holder.isPresent()) {
                return holder.get().id().equals(mine.id())
                        ? new Fate.Stored(holder.get())
                        : new Fate.Refused(new AppendConflict(entry.aggregateId(), entry.sequence()));
            }
        }
        return new Fate.Displaced();
    }
}
