package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.plan.KeySpace;
import io.curtaincall.embedded.plan.Plan;
import io.curtaincall.embedded.plan.Planner;
import io.curtaincall.embedded.store.Pin;
import io.curtaincall.embedded.store.Storage;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/** Answers queries on one collection: what is read is chosen between two changes, and then read beside others. */
public final class Reader {
    private final Storage storage;
    private final MVMap<byte[], byte[]> documents;
    private final Supplier<? extends Collection<? extends KeySpace>> spaces;
    private final Lock unchanging;
    // of its own, because the collection's matcher remembers positions for updates and must not be shared
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    /** @param unchanging held while nothing may change */
    public Reader(
            Storage storage,
            MVMap<byte[], byte[]> documents,
            Supplier<? extends Collection<? extends KeySpace>> spaces,
            Lock unchanging) {
        this.storage = storage;
        this.documents = documents;
        this.spaces = spaces;
        this.unchanging = unchanging;
    }

    public Results read(Query query) {
        return new Results(this, query);
    }

    public long count(Document filter) {
        return pinned(() -> {
            Matches matches = matches(new Query(filter, new Document(), 0, 0));
            return matches.plan().isCovered() ? unchanging(matches.plan()::count) : matches.count();
        });
    }

    Matches matches(Query query) {
        return unchanging(() -> {
            Plan plan = new Planner(spaces.get()).plan(query.filter(), query.sort(), query.wanted());
            return new Matches(plan, entries(plan, plan.keys().entries()), documents, matcher);
        });
    }

    <T> T unchanging(Supplier<T> action) {
        unchanging.lock();
        try {
            return action.get();
        } finally {
            unchanging.unlock();
        }
    }

    /** Keeps the store from reusing the space of what is being read. */
    <T> T pinned(Supplier<T> reading) {
        Pin pin = storage.pin();
        try {
            return reading.get();
        } finally {
            pin.close();
        }
    }

    private static <V> Entries entries(Plan plan, MVMap<byte[], V> map) {
        boolean backward = plan.order().backward();
        return plan.order().merged()
                ? new MergedWalk<>(map, plan.intervals(), backward)
                : new Walk<>(map, plan.intervals(), backward);
    }
}
