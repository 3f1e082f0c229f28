package io.curtaincall.query.ondemand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.query.page.Cursor;
import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are asked for; null or none is any.
 *
 * @param from recorded then or later
 * @param to recorded before
 */
record DecisionsFilter(
        @Nullable AccountId account,
        Set<String> domains,
        @Nullable String app,
        @Nullable String stream,
        @Nullable Instant from,
        @Nullable Instant to) {

    String fingerprint() {
        return Cursor.fingerprint("on-demand", account, text(domains), app, stream, from, to);
    }

    private static @Nullable String text(Set<String> names) {
        return names.isEmpty() ? null : names.stream().sorted().collect(Collectors.joining(","));
    }

    /** What matches and comes after the key, newest first. */
    Bson rows(@Nullable RecordKey after) {
        List<Bson> all = new ArrayList<>();
        if (account != null) all.add(eq("account", account.value()));
        if (!domains.isEmpty()) all.add(in("domain", domains));
        if (app != null) all.add(eq("app", app));
        if (stream != null) all.add(eq("stream", stream));
        all.addAll(RecordKey.within(from, to, after));
        return all.isEmpty() ? empty() : and(all);
    }
}
