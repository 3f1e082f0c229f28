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
import java.util.stream.IntStream;
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
        Set<String> domains,
        @Nullable String app,
        @Nullable String stream,
        @Nullable String configId,
        Set<Topic> topics,
        Set<RecordStatus> statuses,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final RecordsFilter ANY =
            new RecordsFilter(null, Set.of(), null, null, null, Set.of(), Set.of(), null, null);

    private static final List<String> ALL_TOPICS =
            Arrays.stream(Topic.values()).map(Topic::wireName).toList();

    /** MongoDB sorts what it would have to merge of more ranges of an index than that. */
    private static final int MOST_RANGES = 200;

    /** The same for the same filter and different for any other: what a cursor is bound to. */
    String fingerprint() {
        String inDomains = domains.isEmpty() ? null : text(domains);
        return Cursor.fingerprint(account, inDomains, app, stream, configId, text(topics), text(statuses), from, to);
    }

    private static String text(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    RecordsFilter within(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new RecordsFilter(account, domains, app, stream, configId, topics, statuses, newFrom, newTo);
    }

    /** The same in parts without overlap, for each of which the ranges of an index are few enough to be merged. */
    List<RecordsFilter> walks() {
        int ofEach = (topics.isEmpty() ? ALL_TOPICS.size() : topics.size())
                * (statuses.isEmpty() ? RecordStatus.WIRE_NAMES.size() : statuses.size());
        int atOnce = MOST_RANGES / ofEach;
        if (account == null || stream != null || domains.size() <= atOnce) return List.of(this);
        List<String> sorted = domains.stream().sorted().toList();
        return IntStream.iterate(0, from -> from < sorted.size(), from -> from + atOnce)
                .mapToObj(from -> ofDomains(sorted.subList(from, Math.min(from + atOnce, sorted.size()))))
                .toList();
    }

    private RecordsFilter ofDomains(List<String> some) {
        return new RecordsFilter(account, Set.copyOf(some), app, stream, configId, topics, statuses, from, to);
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
        if (topics.isEmpty() && !domains.isEmpty()) all.add(in("topic", ALL_TOPICS));
    }

    /** What is asked for but stream and time: that by which totals are kept. */
    List<Bson> subjects() {
        List<Bson> all = new ArrayList<>();
        if (account != null) all.add(eq("account", account.value()));
        if (!domains.isEmpty()) all.add(in("domain", names(domains.stream())));
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
