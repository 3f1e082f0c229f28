package io.curtaincall.access.key;

import java.util.Optional;

/** What a store says of the key that its secrets are sealed with. */
public interface SealedStore {
    /** The collection with one document that names the key. */
    String COLLECTION = "access.key";

    String EVENTS = "events";
    String KEY_ID = "keyId";

    boolean holdsEvents();

    /** The name of the one key that all processes on this store work with; empty as long as there was none. */
    Optional<String> keyId();
}
