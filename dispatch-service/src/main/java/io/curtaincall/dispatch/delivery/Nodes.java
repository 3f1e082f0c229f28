package io.curtaincall.dispatch.delivery;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.curtaincall.dispatch.plan.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The dispatch processes that beat a heart: {@code dispatch.nodes}. A beat is a number that grows; whether it still
 * does is judged by each watcher's own elapsed time, so that no two clocks need agree. Silence counts only while it was
 * watched: a watcher that was stopped, or could not see the store, has to watch anew for a whole life.
 */
final class Nodes {
    static final String COLLECTION = "dispatch.nodes";
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final Duration MOMENT = Duration.ofMillis(300);

    /** What a process is to another that wants its work. */
    enum Standing {
        ALIVE,
        /** It recorded or gave up all it had in hand before it ended. */
        STOPPED,
        /** It may have had attempts under way. */
        DEAD
    }

    private record Sighting(long beat, boolean stopped, long sinceNanos) {}

    private final MongoCollection<Document> nodes;
    private final Duration life;
    private final LongSupplier nanoTime;
    private Map<String, Sighting> sightings = Map.of();
    private long lookedAt;

    Nodes(MongoDatabase database, Duration life, LongSupplier nanoTime) {
        nodes = database.getCollection(COLLECTION);
        this.life = life;
        this.nanoTime = nanoTime;
        lookedAt = nanoTime.getAsLong() - life.toNanos();
    }

    void beat(NodeId node, long beat, Instant at) {
        Document row = new Document("_id", node.value()).append("beat", beat).append("at", at.toEpochMilli());
        nodes.replaceOne(eq("_id", node.value()), row, new ReplaceOptions().upsert(true));
    }

    void stopped(NodeId node) {
        nodes.updateOne(eq("_id", node.value()), Updates.set("stopped", true));
    }

    void forgetLongGone(Instant now) {
        nodes.deleteMany(lt("at", now.minus(REMEMBERED).toEpochMilli()));
    }

    /** Looks at all processes; a standing changes by looking only. */
    synchronized void look() {
        long asked = nanoTime.getAsLong();
        boolean watched = asked - lookedAt <= life.toNanos();
        List<Document> rows = nodes.find().into(new ArrayList<>());
        long answered = nanoTime.getAsLong();
        Map<String, Sighting> seen = new HashMap<>();
        for (Document row : rows) {
            String id = row.getString("_id");
            long beat = row.getLong("beat");
            Sighting before = sightings.get(id);
            boolean silent = watched && before != null && before.beat() == beat;
            long since = silent ? Objects.requireNonNull(before).sinceNanos() : answered;
            seen.put(id, new Sighting(beat, row.getBoolean("stopped", false), since));
        }
        sightings = Map.copyOf(seen);
        lookedAt = asked;
    }

    /** As of a moment ago at most: a watcher that was stopped since it last looked looks again. */
    synchronized Standing standing(String node) {
        if (nanoTime.getAsLong() - lookedAt > MOMENT.toNanos()) look();
        @Nullable Sighting sighting = sightings.get(node);
        if (sighting == null) return Standing.DEAD;
        if (sighting.stopped()) return Standing.STOPPED;
        long silent = lookedAt - Objects.requireNonNull(sighting).sinceNanos();
        return silent > life.toNanos() ? Standing.DEAD : Standing.ALIVE;
    }
}
