package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The documents that answer a query, in portions. A portion is read from one moment; between portions nothing is held,
 * so that a forgotten cursor costs nothing.
 */
public final class Results {
    private final Reader reader;
    private final Query query;
    private @Nullable Matches matches;
    private @Nullable Iterator<Found> found;
    private boolean more = true;

    Results(Reader reader, Query query) {
        this.reader = reader;
        this.query = query;
    }

    /** Takes the next documents: at most so many, and no more once they have so many bytes. */
    public List<Found> take(int most, long mostBytes) {
        return reading(next -> {
            List<Found> taken = new ArrayList<>();
            long bytes = 0;
            while (taken.size() < most && bytes < mostBytes && next.hasNext()) {
                Found one = next.next();
                bytes += one.size();
                taken.add(one);
            }
            return taken;
        });
    }

    /** Lets all that remain be read at once, as they come. */
    public <T> T all(Function<Stream<Document>, T> use) {
        return reading(next -> use.apply(stream(next).map(Found::document)));
    }

    /** Whether there was more when the last portion had been taken. */
    public boolean hasMore() {
        return more;
    }

    private <T> T reading(Function<Iterator<Found>, T> use) {
        return reader.pinned(() -> {
            Iterator<Found> next = open();
            T result = use.apply(next);
            more = next.hasNext();
            return result;
        });
    }

    private Iterator<Found> open() {
        Iterator<Found> open = found;
        if (open == null) {
            Matches fresh = reader.matches(query);
            matches = fresh;
            open = ordered(fresh);
            found = open;
        } else if (matches != null) {
            Matches stale = matches;
            reader.unchanging(() -> {
                stale.refresh();
                return true;
            });
        }
        return open;
    }

    private Iterator<Found> ordered(Matches fresh) {
        Stream<Found> ordered;
        if (fresh.plan().order().sorted()) {
            fresh.skip(query.skip());
            ordered = stream(fresh);
        } else {
            ordered = new Sorter(query.sort(), query.wanted()).sorted(fresh).skip(query.skip());
        }
        return (query.limit() > 0 ? ordered.limit(query.limit()) : ordered).iterator();
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        Iterable<T> once = () -> iterator;
        return StreamSupport.stream(once.spliterator(), false);
    }
}
