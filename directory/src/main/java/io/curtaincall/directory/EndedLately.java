package io.curtaincall.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest of what ended for good, so that who still comes with it is told, and so that a beginning that is read after
 * its end brings nothing back. What ended before these is as unknown as what never was.
 */
final class EndedLately {
    static final int MOST = 10_000;

    private final Set<Credentials.Key> keys = ConcurrentHashMap.newKeySet();
    private final Map<String, String> idByTokenHash = new ConcurrentHashMap<>();
    private final Deque<Ended> oldestFirst = new ArrayDeque<>();

    private record Ended(Credentials.Key key, @Nullable String tokenHash) {}

    boolean contains(Credentials.Key key) {
        return keys.contains(key);
    }

    /** The id of the token of this hash. */
    Optional<String> token(String hash) {
        return Optional.ofNullable(idByTokenHash.get(hash));
    }

    /** By whoever takes in the events, one at a time. */
    void add(Credentials.Key key, @Nullable String tokenHash) {
        if (!keys.add(key)) return;
        if (tokenHash != null) idByTokenHash.put(tokenHash, key.id());
        oldestFirst.add(new Ended(key, tokenHash));
        if (oldestFirst.size() > MOST) forget(oldestFirst.remove());
    }

    private void forget(Ended ended) {
        keys.remove(ended.key());
        if (ended.tokenHash() != null) idByTokenHash.remove(ended.tokenHash());
    }
}
