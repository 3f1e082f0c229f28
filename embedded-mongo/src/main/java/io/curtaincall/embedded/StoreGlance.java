package io.curtaincall.embedded;

import java.util.Map;
import java.util.Optional;

/** What a store's file held when it was looked into.
 *
 * @param empty there is a file, without a single byte
 * @param firsts the first document of each collection that was asked for and has one
 */
public record StoreGlance(boolean empty, Map<String, Map<String, Object>> firsts) {
    public Optional<Map<String, Object>> first(String collection) {
        return Optional.ofNullable(firsts.get(collection));
    }
}
