package io.curtaincall.query.record;

import java.util.List;

/**
 * One page that was asked for by its number, newest first.
 *
 * @param rows what is told of its records
 * @param total how many records match, on all pages
 */
public record NumberedPage<T>(List<T> rows, long total) {}
