package io.curtaincall.dispatch.hook;

import java.util.Map;

/**
 * A hook as it may be kept.
 *
 * @param call the server's name for it
 * @param fields only those allowed for this call
 */
record HookCall(String call, Map<String, String> fields) {
    static final String UNREADABLE = "unreadable";

    /** Kept for the record; nobody can say what it meant. */
    static HookCall unreadable() {
        return new HookCall(UNREADABLE, Map.of());
    }
}
