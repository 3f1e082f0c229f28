package io.curtaincall.query.record;

import io.curtaincall.access.work.Meanwhile;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /**
     * The total is never less than what was seen, the first record of the next page included: records come in while
     * others are counted.
     *
     * @param page 1-based; one beyond the end is empty
     * @param telling what is told of the page's records, made while the others are still being counted
     */
    public <T> NumberedPage<T> find(
            RecordsFilter filter, int page, int size, Function<List<CallbackRecord>, List<T>> telling) {
        Supplier<List<CountedSpan>> counted = Meanwhile.begin(() -> counts.spans(filter));
        long before = (page - 1L) * size;
        List<RecordRow> rows =
                page == 1 ? records.newest(filter, 0, size + 1) : rows(filter, counted.get(), before, size + 1);
        List<T> told =
                telling.apply(rows.stream().limit(size).map(RecordRow::record).toList());
        long total = counted.get().stream().mapToLong(CountedSpan::count).sum();
        return new NumberedPage<>(told, rows.isEmpty() ? total : Math.max(total, before + rows.size()));
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
