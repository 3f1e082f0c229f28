package io.curtaincall.embedded.server;

import java.util.Set;

/** The encoded fields of one document in one index, ordered and without duplicates. */
record DocumentEntries(Set<byte[]> prefixes, long multikey) {}
