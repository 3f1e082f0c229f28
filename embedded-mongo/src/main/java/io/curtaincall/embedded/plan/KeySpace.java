package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import org.h2.mvstore.MVMap;

/** Something ordered that documents can be found by: an index, or the collection itself, which is ordered by _id. */
public interface KeySpace {
    List<IndexKey> fields();

    MVMap<byte[], ?> entries();

    /** Whether the field was ever reached through an array, so that a document may have several keys. */
    boolean multikey(int field);

    /** The key of the document that an entry points to. */
    byte[] documentKey(byte[] entry);

    /** Whether the entries are the documents themselves. */
    boolean direct();

    /** Whether documents that lack all fields are left out. */
    boolean sparse();

    default boolean multikey() {
        for (int i = 0; i < fields().size(); i++) {
            if (multikey(i)) {
                return true;
            }
        }
        return false;
    }

    /** How many entries lie below a key. */
    default long rank(byte[] key) {
        long index = entries().getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }
}
