package io.curtaincall.query.record;

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
        if (filter.stream() != null) return records.count(filter);
        return Span.covering(filter.from(), filter.to()).stream()
                .mapToLong(span -> within(span, filter))
                .sum();
    }

    private long within(Span span, RecordsFilter filter) {
        return span.grain() == Grain.RECORD
                ? records.count(filter.within(span.from(), span.to()))
                : totals.count(filter, span);
    }
}
