package io.curtaincall.query.record;

import java.util.List;

/**
 * One page of records that was asked for by its number, newest first.
 *
 * @param total how many records match, on all pages
 */
public record NumberedPage(List<CallbackRecord> records, long total) {}
