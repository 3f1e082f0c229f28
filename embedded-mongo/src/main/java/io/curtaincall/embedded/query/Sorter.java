package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.key.Bytes;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Sorts matches that no index had in order, holding no more of them than are asked for. */
final class Sorter {
    private static final Comparator<Sorted> ORDER =
            Comparator.comparing(Sorted::key, Bytes::compare).thenComparingLong(Sorted::position);

    private final SortKey sortKey;
    private final long wanted;
    private final PriorityQueue<Sorted> last = new PriorityQueue<>(ORDER.reversed());
    private long position;

    Sorter(Document sort, long wanted) {
        this.sortKey = new SortKey(sort);
        this.wanted = wanted;
    }

    Stream<Found> sorted(Iterator<Found> matches) {
        while (matches.hasNext()) {
            Found found = matches.next();
            last.add(new Sorted(sortKey.of(found.document()), position++, found));
            if (wanted > 0 && last.size() > wanted) {
                last.remove();
            }
        }
        return last.stream().sorted(ORDER).map(Sorted::found);
    }

    @SuppressWarnings("ArrayRecordComponent") // keys are never changed once written
    private record Sorted(byte[] key, long position, Found found) {}
}
