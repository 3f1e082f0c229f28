package io.curtaincall.dispatch.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.curtaincall.dispatch.delivery.DueNews.Attempted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Since when every attempt to reach a receiver has failed: {@code dispatch.failure_streaks}, a row for each version of a
 * config that fails and none for those that do not. Who fails for too long is given up.
 */
final class FailureStreaks {
    static final String COLLECTION = "dispatch.failure_streaks";
    private static final String ID = "_id";
    private static final String SINCE = "since";

    private final MongoCollection<Document> rows;
    private final BiConsumer<Attempted, String> giveUp;
    private final Duration longest;

    /** @param giveUp told the newest attempt and the reason, perhaps more than once */
    FailureStreaks(MongoDatabase database, BiConsumer<Attempted, String> giveUp, Duration longest) {
        rows = database.getCollection(COLLECTION);
        this.giveUp = giveUp;
        this.longest = longest;
    }

    /**
     * What a batch says of one receiver.
     *
     * @param failingSince null if the newest attempt reached it
     * @param reached whether any did
     */
    private record Streak(Attempted newest, @Nullable Instant failingSince, boolean reached) {
        static Streak of(Attempted attempt) {
            return attempt.hasFailed() ? new Streak(attempt, attempt.at(), false) : new Streak(attempt, null, true);
        }

        Streak then(Streak next) {
            if (next.reached()) return next;
            Instant since = failingSince == null ? next.failingSince() : failingSince;
            return new Streak(next.newest(), since, reached);
        }
    }

    /** Taking note of the same attempts again changes nothing. */
    void apply(Collection<Attempted> attempts) {
        attempts.stream().filter(Attempted::isGone).forEach(gone -> giveUp.accept(gone, GivenUp.GONE));
        Map<String, Streak> streaks = new HashMap<>();
        attempts.stream()
                .filter(attempt -> !attempt.isInterrupted() && !attempt.isOverAtRest())
                .forEach(attempt -> streaks.merge(attempt.receiver(), Streak.of(attempt), Streak::then));
        Map<String, Streak> failing = streaks.entrySet().stream()
                .filter(entry -> entry.getValue().failingSince() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        forget(streaks);
        if (failing.isEmpty()) return;
        note(failing);
        giveUp(failing);
    }

    private void forget(Map<String, Streak> streaks) {
        var reached = streaks.entrySet().stream()
                .filter(entry -> entry.getValue().reached())
                .map(Map.Entry::getKey)
                .toList();
        if (!reached.isEmpty()) rows.deleteMany(in(ID, reached));
    }

    private void note(Map<String, Streak> failing) {
        var writes = failing.entrySet().stream()
                .map(entry -> {
                    Instant since = Objects.requireNonNull(entry.getValue().failingSince());
                    Bson first = Updates.setOnInsert(SINCE, since.toEpochMilli());
                    return new UpdateOneModel<Document>(
                            eq(ID, entry.getKey()), first, new UpdateOptions().upsert(true));
                })
                .toList();
        rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    private void giveUp(Map<String, Streak> failing) {
        Instant newest = failing.values().stream()
                .map(streak -> streak.newest().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Bson tooLong = lte(SINCE, newest.minus(longest).toEpochMilli());
        rows.find(and(in(ID, failing.keySet()), tooLong)).forEach(row -> {
            Instant since = Instant.ofEpochMilli(row.getLong(SINCE));
            Attempted last =
                    Objects.requireNonNull(failing.get(row.getString(ID))).newest();
            giveUp.accept(last, "every attempt since " + since + " failed");
        });
    }

    void clear() {
        rows.deleteMany(new Document());
    }
}
