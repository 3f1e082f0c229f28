package io.curtaincall.allinone.start;

import io.curtaincall.access.key.FormerKeys;
import io.curtaincall.access.key.SealedKey;
import io.curtaincall.access.key.SealedStore;
import io.curtaincall.embedded.StoreGlance;
import java.util.List;
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

    @Override
    public List<SealedKey> formerKeys() {
        return FormerKeys.read(
                glance.first(COLLECTION).map(document -> document.get(FORMER)).orElse(null));
    }
}
