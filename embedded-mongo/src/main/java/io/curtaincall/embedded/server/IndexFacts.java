package io.curtaincall.embedded.server;

import org.h2.mvstore.MVMap;

/** What is kept about an index beside its entries: whether it is complete, and which fields run through arrays. */
final class IndexFacts {
    private static final long COMPLETE = 1L << 63;

    private final MVMap<String, Long> facts;
    private final String name;
    private volatile long value;

    IndexFacts(MVMap<String, Long> facts, String name) {
        this.facts = facts;
        this.name = name;
        this.value = facts.getOrDefault(name, 0L);
    }

    boolean multikey(int field) {
        return (value & 1L << field) != 0;
    }

    boolean complete() {
        return (value & COMPLETE) != 0;
    }

    void addMultikey(long fields) {
        if ((value & fields) != fields) {
            keep(value | fields);
        }
    }

    void markComplete() {
        keep(value | COMPLETE);
    }

    void forget() {
        facts.remove(name);
    }

    private void keep(long changed) {
        value = changed;
        facts.put(name, changed);
    }
}
