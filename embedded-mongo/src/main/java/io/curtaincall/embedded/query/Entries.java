package io.curtaincall.embedded.query;

import java.util.Iterator;

/** Entries in the order of a plan; they can be read on later, from what the store holds then. */
interface Entries extends Iterator<byte[]> {
    /** To be called before reading on in another moment, while the collection does not change. */
    void refresh();
}
