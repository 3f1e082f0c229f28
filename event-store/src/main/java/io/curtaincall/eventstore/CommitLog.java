package io.curtaincall.eventstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;

/** The collection of commits, one document each, by global index. */
final class CommitLog {
    static final String COLLECTION = "events";
    private static final InsertManyOptions EACH_ALONE = new InsertManyOptions().ordered(false);

    private static final Bson KEYS = Projections.include("_id", "n", "t", "c");
    private static final int MOST_BYTES_READ = 8 * 1024 * 1024;

    private final MongoCollection<StoredCommit> commits;

    private final Graveyard graveyard;

    CommitLog(MongoDatabase database, Clock clock) {
        commits = database.withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new StoredCommitCodec()), database.getCodecRegistry()))
                .getCollection(COLLECTION, StoredCommit.class);
        graveyard = new Graveyard(commits, clock);
    }

    Graveyard graveyard() {
        return graveyard;
    }

    void ensureIndexes() {
        commits.createIndex(ascending("e.a", "e.s"), new IndexOptions().unique(true));
    }

    /** Inserts each commit by itself; what the server refused comes back by its place in the list. */
    Map<Integer, BulkWriteError> insert(List<StoredCommit> group) {
        try {
            commits.insertMany(group, EACH_ALONE);
            return Map.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e; // written, but perhaps not for ever
            }
            return e.getWriteErrors().stream()
                    .collect(Collectors.toMap(BulkWriteError::getIndex, Function.identity(), (a, b) -> a));
        }
    }

    /** Commits that begin between the two indexes, in order: all of them, or as many as one reading may take. */
    Stretch between(long from, long to, int limit) {
        return stretch(range(from, to, limit), limit);
    }

    /** The same without the events. */
    Stretch keysBetween(long from, long to, int limit) {
        return stretch(range(from, to, limit).projection(KEYS), limit);
    }

    private FindIterable<StoredCommit> range(long from, long to, int limit) {
        return commits.find(and(gte("_id", from), lte("_id", to)))
                .sort(ascending("_id"))
                .limit(limit)
                .batchSize(limit);
    }

    private static Stretch stretch(FindIterable<StoredCommit> found, int limit) {
        List<StoredCommit> stretch = new ArrayList<>();
        int bytes = 0;
        try (MongoCursor<StoredCommit> cursor = found.cursor()) {
            while (cursor.hasNext() && bytes < MOST_BYTES_READ) {
                StoredCommit commit = cursor.next();
                bytes += commit.bytes();
                stretch.add(commit);
            }
        }
        return new Stretch(stretch, stretch.size() < limit && bytes < MOST_BYTES_READ);
    }

    List<StoredCommit> at(List<Long> indexes) {
        return commits.find(in("_id", indexes)).into(new ArrayList<>());
    }

    /** The last commit that begins at or before the index; it need not reach it. */
    Optional<StoredCommit> atOrBefore(long index) {
        return Optional.ofNullable(
                commits.find(lte("_id", index)).sort(descending("_id")).first());
    }

    /** The same without the events. */
    Optional<StoredCommit> keyAtOrBefore(long index) {
        return Optional.ofNullable(commits.find(lte("_id", index))
                .sort(descending("_id"))
                .projection(KEYS)
                .first());
    }

    /** The commits that have any of the places; some that have only others of the same streams come along. */
    List<StoredCommit> holding(List<Place> places) {
        List<BsonString> streams = places.stream()
                .map(Place::aggregateId)
                .distinct()
                .map(BsonString::new)
                .toList();
        List<BsonInt64> sequences = places.stream()
                .map(Place::sequence)
                .distinct()
                .map(BsonInt64::new)
                .toList();
        return commits.find(event(oneOf(streams), oneOf(sequences))).into(new ArrayList<>());
    }

    /** All commits with events of the aggregate from that sequence number on. */
    List<StoredCommit> ofAggregate(String aggregateId, long firstSequence) {
        BsonDocument since = new BsonDocument("$gte", new BsonInt64(firstSequence));
        return commits.find(event(new BsonString(aggregateId), since)).into(new ArrayList<>());
    }

    /** Without {@code $and}, which the driver's builders would put in: not every planner looks into one here. */
    private static Bson event(BsonValue aggregateId, BsonValue sequence) {
        BsonDocument event = new BsonDocument("a", aggregateId).append("s", sequence);
        return new BsonDocument("e", new BsonDocument("$elemMatch", event));
    }

    private static BsonDocument oneOf(List<? extends BsonValue> values) {
        return new BsonDocument("$in", new BsonArray(values));
    }

    /** The highest index that any document covers, 0 when there is none. */
    long lastStored() {
        return keyAtOrBefore(Long.MAX_VALUE).map(StoredCommit::lastIndex).orElse(0L);
    }

    /** A piece of the log; complete if it holds every commit of the range. */
    record Stretch(List<StoredCommit> commits, boolean complete) {}
}
