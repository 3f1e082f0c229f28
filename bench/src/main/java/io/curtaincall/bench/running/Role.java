package io.curtaincall.bench.running;

import java.util.Locale;

/** What a process of an installation does. */
public enum Role {
    STORE,
    CONFIG,
    DISPATCH,
    QUERY;

    String service() {
        return name().toLowerCase(Locale.ROOT);
    }
}
