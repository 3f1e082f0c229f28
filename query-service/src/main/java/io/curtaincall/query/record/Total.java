package io.curtaincall.query.record;

import io.curtaincall.events.live.LiveEventKey;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * How many records there are of one account, domain, app, config, topic and status within one grain of time.
 *
 * @param upTo position of the last event counted in, so that counting it again changes nothing
 */
record Total(BsonDocument subject, long count, long upTo) {
    static final long NOTHING_YET = -1;

    static Total none(RecordRow row, Grain grain) {
        CallbackRecord record = row.record();
        String subject = String.join(
                "\0",
                record.account(),
                record.domain(),
                record.app(),
                record.configId(),
                record.topic(),
                record.status().wireName());
        long start = grain.start(record.at().toEpochMilli());
        String id = "%s/%012x/%s".formatted(grain, start, LiveEventKey.shortHash(subject, 16, 26));
        return new Total(
                new BsonDocument("_id", new BsonString(id))
                        .append("account", new BsonString(record.account()))
                        .append("domain", new BsonString(record.domain()))
                        .append("app", new BsonString(record.app()))
                        .append("configId", new BsonString(record.configId()))
                        .append("topic", new BsonString(record.topic()))
                        .append("status", new BsonString(record.status().wireName()))
                        .append("grain", new BsonString(grain.name()))
                        .append("start", new BsonInt64(start)),
                0,
                NOTHING_YET);
    }

    String id() {
        return subject.getString("_id").getValue();
    }

    /** @param positions of the events to count in, in order */
    Total plus(List<Long> positions) {
        long fresh = positions.stream().filter(position -> position > upTo).count();
        return fresh == 0 ? this : new Total(subject, count + fresh, positions.getLast());
    }

    Total as(BsonDocument stored) {
        return new Total(
                subject,
                stored.getInt64("count").getValue(),
                stored.getInt64("upTo").getValue());
    }

    BsonDocument stored() {
        return subject.clone().append("count", new BsonInt64(count)).append("upTo", new BsonInt64(upTo));
    }
}
