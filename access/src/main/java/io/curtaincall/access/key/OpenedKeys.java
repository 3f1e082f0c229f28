package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The master keys that some at hand lead to, each former one being sealed by the next. */
record OpenedKeys(Map<String, MasterKey> byId) {
    static OpenedKeys from(Collection<MasterKey> atHand, List<SealedKey> kept) {
        Map<String, MasterKey> opened = new HashMap<>();
        atHand.forEach(key -> opened.put(key.id(), key));
        int before = 0;
        while (opened.size() > before) {
            before = opened.size();
            for (SealedKey former : kept) openWith(opened, former);
        }
        return new OpenedKeys(Map.copyOf(opened));
    }

    private static void openWith(Map<String, MasterKey> opened, SealedKey former) {
        MasterKey next = opened.get(former.sealedBy());
        if (next != null && !opened.containsKey(former.keyId())) opened.put(former.keyId(), former.open(next));
    }

    Optional<MasterKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
