package io.curtaincall.query.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; null is any.
 *
 * @param from recorded then or later
 * @param to recorded before
 */
public record RecordsFilter(
        @Nullable AccountId account,
        @Nullable String domain,
        @Nullable String app,
        @Nullable String stream,
        @Nullable Topic topic,
        @Nullable RecordStatus status,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The same for the same filter and different for any other: what a cursor is bound to. */
    String fingerprint() {
        return Stream.of(account, domain, app, stream, topic, status, from, to)
                .map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining());
    }

    RecordsFilter within(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new RecordsFilter(account, domain, app, stream, topic, status, newFrom, newTo);
    }

    /** What matches and comes after the key, newest first; without a key all that matches. */
    Bson rows(@Nullable RecordKey after) {
        List<Bson> all = subjects();
        if (stream != null) all.add(eq("stream", stream));
        // says nothing, and lets the indexes that end in status and _id answer without a status, too
        else if (account != null && status == null) all.add(in("status", RecordStatus.WIRE_NAMES));
        if (from != null) all.add(gte("_id", RecordKey.boundAt(from)));
        String end = end(after);
        if (end != null) all.add(lt("_id", end));
        return all.isEmpty() ? empty() : and(all);
    }

    /** What is asked for but stream and time: that by which totals are kept. */
    List<Bson> subjects() {
        List<Bson> all = new ArrayList<>();
        if (account != null) all.add(eq("account", account.value()));
        if (domain != null) all.add(eq("domain", domain));
        if (app != null) all.add(eq("app", app));
        if (topic != null) all.add(eq("topic", topic.wireName()));
        if (status != null) all.add(eq("status", status.wireName()));
        return all;
    }

    private @Nullable String end(@Nullable RecordKey key) {
        String bound = to == null ? null : RecordKey.boundAt(to);
        if (key == null) return bound;
        return bound == null || key.value().compareTo(bound) < 0 ? key.value() : bound;
    }
}
