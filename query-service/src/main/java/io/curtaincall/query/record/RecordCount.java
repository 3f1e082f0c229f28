package io.curtaincall.query.record;

import java.util.List;
import org.springframework.stereotype.Component;

/** Tells how many records match: one stream's are few enough to count, of all others whole hours are counted before. */
@Component
class RecordCount {
    private final CallbackRecords records;
    private final RecordTotals totals;

    RecordCount(CallbackRecords records, RecordTotals totals) {
        this.records = records;
        this.totals = totals;
    }

    long of(RecordsFilter filter) {
        return spans(filter).stream().mapToLong(CountedSpan::count).sum();
    }

    /** Without overlap, the newest first; what is in none of them is not there. */
    List<CountedSpan> spans(RecordsFilter filter) {
        if (filter.stream() != null)
            return List.of(byRecord(filter, new Span(Grain.RECORD, filter.from(), filter.to())));
        return Span.covering(filter.from(), filter.to()).reversed().stream()
                .flatMap(span -> spans(filter, span).stream())
                .toList();
    }

    /** Those of one span, which is not wider than the filter. */
    List<CountedSpan> spans(RecordsFilter filter, Span span) {
        return span.grain() == Grain.RECORD ? List.of(byRecord(filter, span)) : totals.each(filter, span);
    }

    private CountedSpan byRecord(RecordsFilter filter, Span span) {
        return new CountedSpan(span, records.count(filter.within(span.from(), span.to())));
    }
}
