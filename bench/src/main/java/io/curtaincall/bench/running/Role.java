package io.curtaincall.bench.running;

import java.util.Locale;

/** What a process of an installation does. */
public enum Role {
    STORE,
    CONFIG,
    DISPATCH,
    QUERY,
    /** One address for configs and records, as those expect who call other vendors' APIs. */
    FRONT;

    /** The process' own name, and its folder's. */
    String service() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The doors it is composed of. */
    String services() {
        return this == FRONT ? CONFIG.service() + "," + QUERY.service() : service();
    }
}
