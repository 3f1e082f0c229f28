package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;

/**
 * One way to answer a query.
 *
 * @param arrays fields that must be arrays for an entry to prove a match: an index does not tell an element from a document
 * @param rest what must still be checked on each document
 * @param entries how many entries the intervals hold, estimated when there are many intervals
 */
public record Plan(
        KeySpace keys, List<Interval> intervals, Order order, Set<String> arrays, Document rest, long entries) {

    /** Whether every entry is one matching document, so that counting needs no document. */
    public boolean isCovered() {
        return readsNoDocument() && !keys.multikey();
    }

    /** Whether every entry leads to a match. */
    public boolean readsNoDocument() {
        return rest.isEmpty() && arrays.isEmpty();
    }

    public long count() {
        return intervals.stream()
                .mapToLong(interval -> keys.rank(interval.high()) - keys.rank(interval.low()))
                .sum();
    }

    /** How many entries will be read, with a guess at how many of them the rest refuses. */
    double cost(long wanted) {
        double read = entries;
        if (order.sorted() && wanted > 0) {
            read = Math.min(read, rest.isEmpty() ? wanted : wanted * 20.0);
        }
        double sorting = order.sorted() ? 0 : entries * 0.5;
        // where as much is read either way, entries that need no look at their documents are cheaper
        double looking = rest.isEmpty() ? 1 : 1.1;
        return read * (keys.direct() ? 1 : 2) * looking + sorting + intervals.size() * 0.1;
    }
}
