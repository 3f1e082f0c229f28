package io.curtaincall.embedded.key;

import java.util.List;

/**
 * The values of an index's fields in one document.
 *
 * @param multikey bit i is set when field i was reached through an array
 * @param present whether any field exists at all; a sparse index skips the document otherwise
 */
public record KeyRows(List<Object[]> rows, long multikey, boolean present) {}
