package io.curtaincall.query.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.query.page.Cursor;
import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; null or none is any.
 *
 * @param from recorded then or later
 * @param to recorded before
 */
public record RecordsFilter(
        @Nullable AccountId account,
        @Nullable String domain,
        @Nullable String app,
        @Nullable String stream,
        @Nullable String configId,
        Set<Topic> topics,
        Set<RecordStatus> statuses,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final RecordsFilter ANY = new RecordsFilter(null, null, null, null, null, Set.of(), Set.of(), null, null);

    private static final List<String> ALL_TOPICS =
            Arrays.stream(Topic.values()).map(Topic::wireName).toList();

    /** The same for the same filter and different for any other: what a cursor is bound to. */
    String fingerprint() {
        return Cursor.fingerprint(account, domain, app, stream, configId, text(topics), text(statuses), from, to);
    }

    private static String text(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    RecordsFilter within(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new RecordsFilter(account, domain, app, stream, configId, topics, statuses, newFrom, newTo);
    }

    /** What matches and comes after the key, newest first; without a key all that matches. */
    Bson rows(@Nullable RecordKey after) {
        List<Bson> all = subjects();
        if (stream != null) all.add(eq("stream", stream));
        else if (account != null) sayWhatIndexesHold(all);
        all.addAll(RecordKey.within(from, to, after));
        return all.isEmpty() ? empty() : and(all);
    }

    /** Refuses nothing, and lets an index answer that has topic or status before {@code _id} when neither is asked for. */
    private void sayWhatIndexesHold(List<Bson> all) {
        if (statuses.isEmpty()) all.add(in("status", RecordStatus.WIRE_NAMES));
        if (topics.isEmpty() && domain != null) all.add(in("topic", ALL_TOPICS));
    }

    /** What is asked for but stream and time: that by which totals are kept. */
    List<Bson> subjects() {
        List<Bson> all = new ArrayList<>();
        if (account != null) all.add(eq("account", account.value()));
        if (domain != null) all.add(eq("domain", domain));
        if (app != null) all.add(eq("app", app));
        if (configId != null) all.add(eq("configId", configId));
        if (!topics.isEmpty()) all.add(in("topic", names(topics.stream().map(Topic::wireName))));
        if (!statuses.isEmpty()) all.add(in("status", names(statuses.stream().map(RecordStatus::wireName))));
        return all;
    }

    private static List<String> names(Stream<String> names) {
        return names.sorted().toList();
    }
}
