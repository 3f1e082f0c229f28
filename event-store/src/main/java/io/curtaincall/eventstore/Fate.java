package io.curtaincall.eventstore;

/** What became of a commit whose insert was refused as a duplicate. */
sealed interface Fate {
    /** It is stored: an earlier try, of this call or of the same events before, arrived after all. */
    record Stored(StoredCommit commit) implements Fate {}

    /** Another commit holds one of its places in its aggregates' streams. */
    record Refused(AppendConflict conflict) implements Fate {}

    /** Only its index is taken, by a reader's tombstone as a rule: it may go to a new index. */
    record Displaced() implements Fate {}
}
