package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.key.KeyWriter;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Writes the key that puts a document in its place, for orders that no index has. */
final class SortKey {
    private final Document sort;

    SortKey(Document sort) {
        this.sort = sort;
    }

    byte[] of(Document document) {
        KeyWriter key = new KeyWriter();
        sort.forEach((path, direction) -> {
            boolean ascending = ((Number) direction).intValue() > 0;
            key.encoded(part(Utils.getSubdocumentValueCollectionAware(document, path), ascending), ascending);
        });
        return key.toBytes();
    }

    /** An array sorts by its smallest element, or by its largest when descending. */
    private static byte[] part(@Nullable Object value, boolean ascending) {
        if (value instanceof Collection<?> array && !array.isEmpty()) {
            Comparator<byte[]> order = ascending ? Bytes::compare : (a, b) -> Bytes.compare(b, a);
            return array.stream().map(KeyWriter::key).min(order).orElseThrow();
        }
        return KeyWriter.key(value);
    }
}
