package io.curtaincall.query.record;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds pages by number. What has been counted tells in which hour a page begins, so that no more records are walked
 * over than one hour has, however deep the page is.
 */
@Component
public class NumberedPages {
    private final CallbackRecords records;
    private final RecordCount counts;

    NumberedPages(CallbackRecords records, RecordCount counts) {
        this.records = records;
        this.counts = counts;
    }

    /** @param page 1-based; one beyond the end is empty */
    public NumberedPage find(RecordsFilter filter, int page, int size) {
        List<CountedSpan> spans = counts.spans(filter);
        long total = spans.stream().mapToLong(CountedSpan::count).sum();
        long before = (page - 1L) * size;
        List<RecordRow> rows = page == 1 ? records.newest(filter, 0, size) : rows(filter, spans, before, size);
        return new NumberedPage(rows.stream().map(RecordRow::record).toList(), total);
    }

    private List<RecordRow> rows(RecordsFilter filter, List<CountedSpan> spans, long before, int size) {
        long left = before;
        for (CountedSpan each : spans) {
            if (left < each.count()) return rows(filter, each.span(), left, size);
            left -= each.count();
        }
        return List.of();
    }

    /** Rows from within the span on, which go on in the spans before it. */
    private List<RecordRow> rows(RecordsFilter filter, Span span, long before, int size) {
        Span finer = span.finer();
        return finer.grain() == Grain.RECORD
                ? records.newest(filter.within(filter.from(), span.to()), Math.toIntExact(before), size)
                : rows(filter, counts.spans(filter, finer), before, size);
    }
}
