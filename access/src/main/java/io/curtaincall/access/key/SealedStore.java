package io.curtaincall.access.key;

import java.util.List;
import java.util.Optional;

/** What a store says of the keys that its secrets are sealed with. */
public interface SealedStore {
    /** The collection with one document, which names the key and keeps the former ones. */
    String COLLECTION = "access.key";

    String EVENTS = "events";
    String KEY_ID = "keyId";
    String FORMER = "former";

    boolean holdsEvents();

    /** The name of the key that all processes on this store seal with; empty as long as there was none. */
    Optional<String> keyId();

    /** The former keys, and the present one where the next is about to follow it. */
    List<SealedKey> formerKeys();
}
