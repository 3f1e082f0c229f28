package io.curtaincall.query.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.query.projection.ReadModel;
import io.curtaincall.query.replay.Replay.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** All rebuilds there have been, kept in the store so that any process can tell of them. */
@Component
class Replays {
    private final MongoCollection<BsonDocument> replays;
    private final Clock clock;

    Replays(MongoDatabase database, Clock clock) {
        replays = database.getCollection("query.replays", BsonDocument.class);
        this.clock = clock;
    }

    /** Ids are numbered per read model, so of two asked for at once the store refuses one. Empty if one is under way. */
    Optional<Replay> ask(ReadModel model, long target) {
        Optional<Replay> latest = latest(model);
        if (latest.filter(Replay::open).isPresent()) return Optional.empty();
        long number = 1 + latest.map(Replays::number).orElse(0L);
        BsonDocument asked = new BsonDocument("_id", new BsonString("%s-%06d".formatted(model.wireName(), number)))
                .append("projection", new BsonString(model.wireName()))
                .append("state", new BsonString(State.ASKED.name()))
                .append("position", new BsonInt64(0))
                .append("target", new BsonInt64(target))
                .append("startedAt", now());
        try {
            replays.insertOne(asked);
            return Optional.of(replay(asked));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return Optional.empty();
            throw e;
        }
    }

    Optional<Replay> latest(ReadModel model) {
        return Optional.ofNullable(replays.find(eq("projection", model.wireName()))
                        .sort(descending("_id"))
                        .first())
                .map(Replays::replay);
    }

    Optional<Replay> find(String id) {
        return Optional.ofNullable(replays.find(eq("_id", id)).first()).map(Replays::replay);
    }

    /** Newest first. */
    List<Replay> all() {
        return replays.find().sort(descending("startedAt")).map(Replays::replay).into(new ArrayList<>());
    }

    void begun(Replay replay) {
        update(replay, set("state", State.RUNNING.name()));
    }

    void advanced(Replay replay, long position) {
        if (position != replay.position()) update(replay, set("position", position));
    }

    void done(Replay replay) {
        update(
                replay,
                combine(set("state", State.DONE.name()), set("position", replay.target()), set("finishedAt", now())));
    }

    void failed(Replay replay, String why) {
        update(replay, combine(set("state", State.FAILED.name()), set("failure", why), set("finishedAt", now())));
    }

    /** Changes it only if it is still open: whoever ends it first has the last word. */
    private void update(Replay replay, Bson change) {
        replays.updateOne(and(eq("_id", replay.id()), in("state", State.ASKED.name(), State.RUNNING.name())), change);
    }

    private BsonDateTime now() {
        return new BsonDateTime(clock.millis());
    }

    private static long number(Replay replay) {
        return Long.parseLong(replay.id().substring(replay.projection().length() + 1));
    }

    private static Replay replay(BsonDocument stored) {
        return new Replay(
                stored.getString("_id").getValue(),
                stored.getString("projection").getValue(),
                State.valueOf(stored.getString("state").getValue()),
                stored.getNumber("position").longValue(),
                stored.getNumber("target").longValue(),
                Instant.ofEpochMilli(stored.getDateTime("startedAt").getValue()),
                stored.containsKey("finishedAt")
                        ? Instant.ofEpochMilli(stored.getDateTime("finishedAt").getValue())
                        : null,
                stored.containsKey("failure") ? stored.getString("failure").getValue() : null);
    }
}
