package io.curtaincall.query.ondemand;

import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import org.bson.Document;

/** One {@link DecisionRecord} under its key, and its form in the store. */
record DecisionRow(RecordKey key, DecisionRecord record) {
    Document stored() {
        return new Document("_id", key.value())
                .append("id", record.id())
                .append("account", record.account())
                .append("domain", record.domain())
                .append("app", record.app())
                .append("stream", record.stream())
                .append("vbitrate", record.vbitrate())
                .append("codec", record.codec())
                .append("record", record.record())
                .append("source", record.source())
                .append("configId", record.configId())
                .append("configVersion", record.configVersion())
                .append("url", record.url())
                .append("httpStatus", record.httpStatus())
                .append("totalMillis", record.totalMillis())
                .append("failure", record.failure())
                .append("decidedAt", record.decidedAt().toString())
                .append("at", record.at().toString());
    }

    static DecisionRow ofStored(Document row) {
        DecisionRecord record = new DecisionRecord(
                row.getString("id"),
                row.getString("account"),
                row.getString("domain"),
                row.getString("app"),
                row.getString("stream"),
                row.getInteger("vbitrate"),
                row.getString("codec"),
                row.getBoolean("record"),
                row.getString("source"),
                row.getString("configId"),
                row.getLong("configVersion"),
                row.getString("url"),
                row.getInteger("httpStatus"),
                row.getLong("totalMillis"),
                row.getString("failure"),
                Instant.parse(row.getString("decidedAt")),
                Instant.parse(row.getString("at")));
        return new DecisionRow(new RecordKey(row.getString("_id")), record);
    }
}
