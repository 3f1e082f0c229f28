package io.curtaincall.access.key;

import io.curtaincall.events.account.SealedSecret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How former keys stand in the document of {@link SealedStore#COLLECTION}. */
public final class FormerKeys {
    private static final String BY = "by";
    private static final String CIPHERTEXT = "ciphertext";

    private FormerKeys() {}

    static Document document(SealedKey key) {
        return new Document(SealedStore.KEY_ID, key.keyId())
                .append(BY, key.sealedBy())
                .append(CIPHERTEXT, key.sealed().ciphertext());
    }

    /** @param field as read, null where there are none */
    public static List<SealedKey> read(@Nullable Object field) {
        if (!(field instanceof Collection<?> keys)) return List.of();
        return keys.stream().map(key -> key((Map<?, ?>) key)).toList();
    }

    private static SealedKey key(Map<?, ?> document) {
        SealedSecret sealed = new SealedSecret(text(document, BY), text(document, CIPHERTEXT));
        return new SealedKey(text(document, SealedStore.KEY_ID), sealed);
    }

    private static String text(Map<?, ?> document, String field) {
        return String.valueOf(document.get(field));
    }
}
