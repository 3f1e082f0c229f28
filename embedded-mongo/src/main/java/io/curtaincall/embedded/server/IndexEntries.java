package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.key.KeyExtractor;
import io.curtaincall.embedded.key.KeyRows;
import io.curtaincall.embedded.key.KeyWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How entries are written: the fields, the document's key, and the length of that key to find it again. */
final class IndexEntries {
    private final List<IndexKey> keys;
    private final KeyExtractor extractor;

    IndexEntries(List<IndexKey> keys) {
        this.keys = keys;
        this.extractor = new KeyExtractor(keys.stream().map(IndexKey::getKey).toList());
    }

    DocumentEntries of(Document document, boolean sparse) {
        KeyRows rows = extractor.extract(document);
        Set<byte[]> prefixes = new TreeSet<>(Bytes::compare);
        if (rows.present() || !sparse) {
            rows.rows().forEach(row -> prefixes.add(prefix(row)));
        }
        return new DocumentEntries(prefixes, rows.multikey());
    }

    /** The values behind a prefix, for the message of a duplicate. */
    List<@Nullable Object> values(Document document, byte[] prefix) {
        for (Object[] row : extractor.extract(document).rows()) {
            if (Bytes.compare(prefix(row), prefix) == 0) {
                List<@Nullable Object> values = new ArrayList<>(Arrays.asList(row));
                values.replaceAll(value -> value instanceof Missing ? null : value);
                return values;
            }
        }
        return new ArrayList<>();
    }

    private byte[] prefix(Object[] row) {
        KeyWriter key = new KeyWriter();
        for (int i = 0; i < row.length; i++) {
            key.value(row[i], keys.get(i).isAscending());
        }
        return key.toBytes();
    }

    static byte[] idKey(Document document) {
        return KeyWriter.key(document.get("_id"));
    }

    static byte[] entry(byte[] prefix, byte[] documentKey) {
        return new KeyWriter()
                .bytes(prefix)
                .bytes(documentKey)
                .length(documentKey.length)
                .toBytes();
    }

    static byte[] documentKey(byte[] entry) {
        int end = entry.length - 2;
        int length = ((entry[end] & 0xff) << 8) | (entry[end + 1] & 0xff);
        return Arrays.copyOfRange(entry, end - length, end);
    }
}
