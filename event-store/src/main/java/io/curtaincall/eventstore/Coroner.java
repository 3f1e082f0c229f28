package io.curtaincall.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Finds out what became of refused commits by looking at the store, since no server's error message is a contract. */
final class Coroner {
    private final GlobalCounter counter;
    private final CommitLog log;

    Coroner(GlobalCounter counter, CommitLog log) {
        this.counter = counter;
        this.log = log;
    }

    /** Afterwards the commits' own indexes are settled, whatever their fates. */
    Findings examine(List<StoredCommit> refused) {
        Map<Long, StoredCommit> there = log
                .at(refused.stream().map(StoredCommit::index).toList())
                .stream()
                .collect(Collectors.toMap(StoredCommit::index, Function.identity()));
        List<Long> givenUp = new ArrayList<>();
        boolean setBack = false;
        for (StoredCommit mine : refused) {
            StoredCommit occupant = there.get(mine.index());
            if (occupant == null || occupant.isTombstone()) {
                LongStream.rangeClosed(mine.index(), mine.lastIndex()).forEach(givenUp::add);
            } else {
                setBack |= !occupant.id().equals(mine.id());
            }
        }
        log.graveyard().buryOwn(givenUp);
        if (setBack) {
            counter.ensureBeyond(log.lastStored());
        }
        List<StoredCommit> settled = new ArrayList<>(there.values());
        givenUp.forEach(index -> settled.add(StoredCommit.tombstone(index, 0)));
        return new Findings(fates(refused, there), settled);
    }

    private Map<Long, Fate> fates(List<StoredCommit> refused, Map<Long, StoredCommit> there) {
        Map<Place, StoredCommit> holders = holders(refused);
        Map<Long, Fate> fates = new HashMap<>();
        refused.forEach(mine -> fates.put(mine.index(), fate(mine, there.get(mine.index()), holders)));
        return fates;
    }

    private Map<Place, StoredCommit> holders(List<StoredCommit> refused) {
        List<Place> places = refused.stream().flatMap(StoredCommit::places).toList();
        Map<Place, StoredCommit> holders = new HashMap<>();
        for (StoredCommit holder : log.holding(places)) {
            holder.places().forEach(place -> holders.put(place, holder));
        }
        return holders;
    }

    private static Fate fate(StoredCommit mine, @Nullable StoredCommit occupant, Map<Place, StoredCommit> holders) {
        if (occupant != null && occupant.id().equals(mine.id())) {
            return new Fate.Stored(occupant);
        }
        for (StoredEntry entry : mine.entries()) {
            StoredCommit holder = holders.get(entry.place());
            if (holder != null) {
                return heldBy(holder, mine, entry.place());
            }
        }
        return new Fate.Displaced();
    }

    private static Fate heldBy(StoredCommit holder, StoredCommit mine, Place place) {
        return holder.id().equals(mine.id())
                ? new Fate.Stored(holder)
                : new Fate.Refused(new AppendConflict(place.aggregateId(), place.sequence()));
    }

    /** What became of each commit by its index, and what now lies at these indexes for ever. */
    record Findings(Map<Long, Fate> fates, List<StoredCommit> settled) {
        Fate fateOf(StoredCommit commit) {
            return fates.getOrDefault(commit.index(), new Fate.Displaced());
        }
    }
}
