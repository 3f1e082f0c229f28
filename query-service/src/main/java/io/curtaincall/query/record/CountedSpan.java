package io.curtaincall.query.record;

import java.time.Instant;

/** How many records of a filter were recorded within a stretch of time. */
record CountedSpan(Span span, long count) {
    Instant start() {
        return span.from() == null ? Instant.MIN : span.from();
    }
}
