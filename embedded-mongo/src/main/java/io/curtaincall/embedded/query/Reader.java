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
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/** Answers queries on one collection. A query is made while the collection does not change, and read later. */
public final class Reader {
    private final Storage storage;
    private final MVMap<byte[], byte[]> documents;
    // of its own, because the collection's matcher remembers positions for updates and must not be shared
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    public Reader(Storage storage, MVMap<byte[], byte[]> documents) {
        this.storage = storage;
        this.documents = documents;
    }

    public Results read(Query query, Collection<? extends KeySpace> spaces) {
        Pin pin = storage.pin();
        try {
            Plan plan = new Planner(spaces).plan(query.filter(), query.sort(), query.wanted());
            Matches matches = matches(plan);
            return new Results(() -> found(query, plan, matches), pin);
        } catch (RuntimeException e) {
            pin.close();
            throw e;
        }
    }

    public long count(Document filter, Collection<? extends KeySpace> spaces) {
        Pin pin = storage.pin();
        try {
            Plan plan = new Planner(spaces).plan(filter, new Document(), 0);
            return plan.isCovered() ? plan.count() : matches(plan).count();
        } finally {
            pin.close();
        }
    }

    private static Iterator<Found> found(Query query, Plan plan, Matches matches) {
        Stream<Found> found;
        if (plan.order().sorted()) {
            matches.skip(query.skip());
            found = StreamSupport.stream(((Iterable<Found>) () -> matches).spliterator(), false);
        } else {
            found = new Sorter(query.sort(), query.wanted()).sorted(matches).skip(query.skip());
        }
        return (query.limit() > 0 ? found.limit(query.limit()) : found).iterator();
    }

    private Matches matches(Plan plan) {
        return new Matches(plan, entries(plan, plan.keys().entries()), Snapshot.of(documents), matcher);
    }

    private static <V> Iterator<byte[]> entries(Plan plan, MVMap<byte[], V> map) {
        RootReference<byte[], V> root = map.getRoot();
        boolean backward = plan.order().backward();
        return plan.order().merged()
                ? new MergedWalk<>(map, root, plan.intervals(), backward)
                : new Walk<>(map, root, plan.intervals(), backward);
    }
}
