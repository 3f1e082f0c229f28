package io.curtaincall.query.record;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** One {@link CallbackRecord} under its key, and its form in the store; what is null is absent there. */
record RecordRow(RecordKey key, CallbackRecord record) {
    static RecordRow of(CallbackAttempted event, Instant recordedAt, long position) {
        return new RecordRow(RecordKey.of(recordedAt, position), CallbackRecord.of(event, recordedAt));
    }

    long position() {
        return key.position();
    }

    BsonDocument stored() {
        BsonDocument row = new BsonDocument("_id", new BsonString(key.value()));
        put(row, "account", text(record.account()));
        put(row, "domain", text(record.domain()));
        put(row, "app", text(record.app()));
        put(row, "stream", text(record.stream()));
        put(row, "topic", text(record.topic()));
        put(row, "configId", text(record.configId()));
        put(row, "configVersion", new BsonInt64(record.configVersion()));
        put(row, "callbackId", text(record.callbackId()));
        put(row, "attempt", new BsonInt32(record.attempt()));
        put(row, "source", text(record.source()));
        put(row, "eventId", text(record.eventId()));
        put(row, "url", text(record.url()));
        put(row, "signedBy", texts(record.signedBy()));
        put(row, "status", text(record.status().wireName()));
        put(row, "httpStatus", record.httpStatus() == null ? null : new BsonInt32(record.httpStatus()));
        put(row, "failure", text(record.failure()));
        put(row, "startedAt", time(record.startedAt()));
        put(row, "totalMillis", new BsonInt64(record.totalMillis()));
        put(row, "verdict", text(record.verdict()));
        put(row, "nextAttemptAt", time(record.nextAttemptAt()));
        put(row, "at", time(record.at()));
        return row;
    }

    static RecordRow ofStored(BsonDocument row) {
        CallbackRecord record = new CallbackRecord(
                row.getString("account").getValue(),
                row.getString("domain").getValue(),
                row.getString("app").getValue(),
                row.getString("stream").getValue(),
                row.getString("topic").getValue(),
                row.getString("configId").getValue(),
                row.getInt64("configVersion").getValue(),
                row.getString("callbackId").getValue(),
                row.getInt32("attempt").getValue(),
                row.getString("source").getValue(),
                row.getString("eventId").getValue(),
                textOrNull(row, "url"),
                textsOrNull(row, "signedBy"),
                RecordStatus.find(row.getString("status").getValue()).orElseThrow(),
                row.containsKey("httpStatus") ? row.getInt32("httpStatus").getValue() : null,
                textOrNull(row, "failure"),
                Instant.ofEpochMilli(row.getDateTime("startedAt").getValue()),
                row.getInt64("totalMillis").getValue(),
                row.getString("verdict").getValue(),
                row.containsKey("nextAttemptAt")
                        ? Instant.ofEpochMilli(row.getDateTime("nextAttemptAt").getValue())
                        : null,
                Instant.ofEpochMilli(row.getDateTime("at").getValue()));
        return new RecordRow(new RecordKey(row.getString("_id").getValue()), record);
    }

    private static void put(BsonDocument row, String field, @Nullable BsonValue value) {
        if (value != null) row.put(field, value);
    }

    private static @Nullable BsonString text(@Nullable String text) {
        return text == null ? null : new BsonString(text);
    }

    private static @Nullable BsonArray texts(@Nullable List<String> texts) {
        return texts == null
                ? null
                : new BsonArray(texts.stream().map(BsonString::new).toList());
    }

    private static @Nullable BsonDateTime time(@Nullable Instant time) {
        return time == null ? null : new BsonDateTime(time.toEpochMilli());
    }

    private static @Nullable String textOrNull(BsonDocument row, String field) {
        return Optional.ofNullable(row.get(field))
                .map(value -> value.asString().getValue())
                .orElse(null);
    }

    private static @Nullable List<String> textsOrNull(BsonDocument row, String field) {
        return row.containsKey(field)
                ? row.getArray(field).stream()
                        .map(value -> value.asString().getValue())
                        .toList()
                : null;
    }
}
