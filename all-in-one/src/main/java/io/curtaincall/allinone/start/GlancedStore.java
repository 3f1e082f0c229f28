package io.curtaincall.allinone.start;

import io.curtaincall.access.key.SealedStore;
import io.curtaincall.embedded.StoreGlance;
import java.util.Optional;

/** The embedded store before it is opened for writing. */
record GlancedStore(StoreGlance glance) implements SealedStore {
    @Override
    public boolean holdsEvents() {
        return glance.first(EVENTS).isPresent();
    }

    @Override
    public Optional<String> keyId() {
        return glance.first(COLLECTION).map(document -> (String) document.get(KEY_ID));
    }
}
