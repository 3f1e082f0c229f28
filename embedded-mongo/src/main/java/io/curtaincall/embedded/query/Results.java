package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.store.Pin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The documents that answer a query, read as they are taken, from the one moment at which the query was made. */
public final class Results implements Iterator<Found>, AutoCloseable {
    private final Supplier<Iterator<Found>> reading;
    private final @Nullable Pin pin;
    private @Nullable Iterator<Found> found;

    Results(Supplier<Iterator<Found>> reading, @Nullable Pin pin) {
        this.reading = reading;
        this.pin = pin;
    }

    /** Documents that are there already. */
    public static Results of(List<Document> documents) {
        return new Results(() -> documents.stream().map(Found::of).iterator(), null);
    }

    /** The documents alone. */
    public Iterable<Document> documents() {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return Results.this.hasNext();
            }

            @Override
            public Document next() {
                return Results.this.next().document();
            }
        };
    }

    @Override
    public boolean hasNext() {
        Iterator<Found> started = found;
        if (started == null) {
            started = reading.get();
            found = started;
        }
        return started.hasNext();
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return java.util.Objects.requireNonNull(found).next();
    }

    /** Takes all and closes. */
    public List<Document> toList() {
        try (this) {
            List<Document> all = new ArrayList<>();
            forEachRemaining(each -> all.add(each.document()));
            return all;
        }
    }

    @Override
    public void close() {
        if (pin != null) {
            pin.close();
        }
    }
}
