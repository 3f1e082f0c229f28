package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.backend.QueryMatcher;
import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.plan.Plan;
import io.curtaincall.embedded.store.StoredFields;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;
import org.jspecify.annotations.Nullable;

/** The documents that the entries of a plan lead to and that pass the rest of the query. */
final class Matches implements Iterator<Found> {
    private final Plan plan;
    private final Entries entries;
    private final MVMap<byte[], byte[]> documents;
    private final QueryMatcher matcher;
    private final @Nullable Set<byte[]> seen;
    private Page<byte[], byte[]> root;
    private @Nullable Found next;

    Matches(Plan plan, Entries entries, MVMap<byte[], byte[]> documents, QueryMatcher matcher) {
        this.plan = plan;
        this.entries = entries;
        this.documents = documents;
        this.root = documents.getRootPage();
        this.matcher = matcher;
        this.seen = plan.keys().multikey() ? new TreeSet<>(Bytes::compare) : null;
    }

    @Override
    public boolean hasNext() {
        while (next == null && entries.hasNext()) {
            next = match(entries.next());
        }
        return next != null;
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Found current = Objects.requireNonNull(next);
        next = null;
        return current;
    }

    /** To be called before reading on in another moment, while the collection does not change. */
    void refresh() {
        entries.refresh();
        root = documents.getRootPage();
    }

    /** Passes over matches; without reading them where the entries tell enough. */
    void skip(long count) {
        for (long i = 0; i < count; i++) {
            if (plan.isCovered() && entries.hasNext()) {
                entries.next();
            } else if (hasNext()) {
                next();
            }
        }
    }

    /** Counts the remaining matches; without reading them where the entries tell enough. */
    long count() {
        long count = 0;
        while (plan.readsNoDocument() && entries.hasNext()) {
            count += isNew(plan.keys().documentKey(entries.next())) ? 1 : 0;
        }
        while (hasNext()) {
            next();
            count++;
        }
        return count;
    }

    Plan plan() {
        return plan;
    }

    private @Nullable Found match(byte[] entry) {
        byte[] key = plan.keys().documentKey(entry);
        byte[] bytes = isNew(key) ? read(key) : null;
        if (bytes == null) {
            return null;
        }
        Found found = new Found(bytes);
        return matches(found) ? found : null;
    }

    private boolean matches(Found found) {
        for (String array : plan.arrays()) {
            if (!StoredFields.isArray(found.bytes(), array)) {
                return false;
            }
        }
        return plan.rest().isEmpty() || matcher.matches(found.document(), plan.rest());
    }

    private boolean isNew(byte[] key) {
        return seen == null || seen.add(key);
    }

    private byte @Nullable [] read(byte[] key) {
        if (plan.keys().direct() && entries instanceof Walk<?> walk && walk.value() instanceof byte[] bytes) {
            return bytes;
        }
        return documents.get(root, key);
    }
}
