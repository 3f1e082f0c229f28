package io.curtaincall.bench.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Commits as the event store writes them and records as the query service does, 400 to 500 bytes each. */
final class Rows {
    private static final String TEXT = "x".repeat(200);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Rows() {}

    static Document commit(long id) {
        return new Document("_id", id)
                .append("e", List.of(event("live-event/" + id, 0), event("callback-" + id / 3, id % 3)));
    }

    private static Document event(String aggregate, long sequence) {
        return new Document("a", aggregate).append("s", sequence).append("p", TEXT);
    }

    static Document record(long id) {
        return new Document("_id", id)
                .append("domain", "d" + id % 50 + ".example.com")
                .append("app", "live")
                .append("stream", "s" + id % 500)
                .append("status", id % 20 == 0 ? "FAILED" : "SUCCESS")
                .append("t", Date.from(START.plusMillis(id * 100)))
                .append("url", "https://receiver.example.com/hooks/recording")
                .append("body", TEXT);
    }
}
