package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * One way to answer a query.
 *
 * @param rest what must still be checked on each document
 * @param entries how many entries the intervals hold, estimated when there are many intervals
 */
public record Plan(KeySpace keys, List<Interval> intervals, Order order, Document rest, long entries) {

    /** Whether every entry is one matching document, so that counting needs no document. */
    public boolean isCovered() {
        return rest.isEmpty() && !keys.multikey();
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
