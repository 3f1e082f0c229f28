package io.curtaincall.dispatch.hook.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.curtaincall.events.stored.EventSerializer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sessions in {@code dispatch.sessions}; whoever changes one must have seen its newest version. */
final class SessionStore {
    private static final ObjectMapper JSON = EventSerializer.mapper();

    private final MongoCollection<Document> sessions;
    private final HookProperties times;

    SessionStore(MongoDatabase database, HookProperties times) {
        this.sessions = database.getCollection("dispatch.sessions");
        this.times = times;
    }

    /** A session as of a version. */
    record Versioned(Session session, long version) {}

    void ensureIndexes() {
        sessions.createIndex(Indexes.ascending("source", "clients", "startedAt"), new IndexOptions().name("client"));
        sessions.createIndex(Indexes.ascending("source", "stream", "app", "open"), new IndexOptions().name("stream"));
        sessions.createIndex(Indexes.ascending("file", "dueAt"), new IndexOptions().name("due"));
    }

    Optional<Versioned> byTask(String taskId) {
        return first(sessions.find(Filters.eq("_id", taskId)));
    }

    /** The newest session this client has had for this stream. */
    Optional<Versioned> newestOf(Origin origin, String client) {
        return first(sessions.find(Filters.and(
                        Filters.eq("source", origin.hookSourceId()),
                        Filters.eq("clients", client),
                        Filters.eq("stream", origin.stream()),
                        Filters.eq("app", origin.app()),
                        sameDomain(origin)))
                .sort(Sorts.descending("startedAt")));
    }

    /** Sessions of any stream that the client has not ended, oldest first. */
    List<Session> openOf(Origin origin, String client) {
        return all(sessions.find(Filters.and(
                Filters.eq("source", origin.hookSourceId()), Filters.eq("clients", client), Filters.eq("open", true))));
    }

    /** Sessions of this stream that have not ended, oldest first. */
    List<Session> openOf(Origin origin) {
        return all(sessions.find(Filters.and(
                Filters.eq("source", origin.hookSourceId()),
                Filters.eq("stream", origin.stream()),
                Filters.eq("app", origin.app()),
                Filters.eq("open", true),
                sameDomain(origin))));
    }

    /** All that are known of this stream, oldest first. */
    List<Session> of(Origin origin) {
        return all(sessions.find(Filters.and(
                Filters.eq("source", origin.hookSourceId()),
                Filters.eq("stream", origin.stream()),
                Filters.eq("app", origin.app()),
                sameDomain(origin))));
    }

    /** Two hosts of a server may have streams of one name. Sessions were kept without it while a server had one domain. */
    private static Bson sameDomain(Origin origin) {
        return Filters.in("domain", Arrays.asList(origin.domain(), null));
    }

    List<Versioned> due(boolean file, Instant now, int limit) {
        List<Versioned> found = new ArrayList<>();
        sessions.find(Filters.and(Filters.eq("file", file), Filters.lte("dueAt", now)))
                .sort(Sorts.ascending("dueAt"))
                .limit(limit)
                .forEach(row -> found.add(read(row)));
        return found;
    }

    /** Puts it off for others while one works on it; false if another was first. */
    boolean claim(Versioned versioned, Instant now, Instant until) {
        Bson stillDue = Filters.and(versionOf(versioned), Filters.lte("dueAt", now));
        return sessions.updateOne(stillDue, claimed(until)).getModifiedCount() == 1;
    }

    /** Puts them off further, as their work goes on. */
    void keepClaimed(Collection<String> taskIds, Instant until) {
        sessions.updateMany(Filters.in("_id", taskIds), claimed(until));
    }

    private static Bson claimed(Instant until) {
        return Updates.combine(Updates.set("dueAt", until), Updates.set("file", false));
    }

    /** False if there is one already. */
    boolean insert(Session session) {
        try {
            sessions.insertOne(row(session, 0));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            return false;
        }
    }

    /** False if it has changed since. */
    boolean replace(Versioned changed) {
        return sessions.replaceOne(versionOf(changed), row(changed.session(), changed.version() + 1))
                        .getMatchedCount()
                == 1;
    }

    void delete(Versioned versioned) {
        sessions.deleteOne(versionOf(versioned));
    }

    private static Bson versionOf(Versioned versioned) {
        return Filters.and(Filters.eq("_id", versioned.session().taskId), Filters.eq("version", versioned.version()));
    }

    private Document row(Session session, long version) {
        Due due = Due.of(session, times);
        return new Document("_id", session.taskId)
                .append("version", version)
                .append("source", session.origin.hookSourceId())
                .append("domain", session.origin.domain())
                .append("app", session.origin.app())
                .append("stream", session.origin.stream())
                .append("clients", session.clients)
                .append("startedAt", session.startedAt)
                .append("open", session.state.isOpen())
                .append("file", due.file())
                .append("dueAt", due.at())
                .append("session", write(session));
    }

    private static Optional<Versioned> first(FindIterable<Document> rows) {
        return Optional.ofNullable(rows.first()).map(SessionStore::read);
    }

    private static List<Session> all(FindIterable<Document> rows) {
        List<Session> found = new ArrayList<>();
        rows.sort(Sorts.ascending("startedAt"))
                .forEach(row -> found.add(read(row).session()));
        return found;
    }

    private static Versioned read(Document row) {
        try {
            return new Versioned(JSON.readValue(row.getString("session"), Session.class), row.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("session " + row.get("_id") + " cannot be read", e);
        }
    }

    private static String write(Session session) {
        try {
            return JSON.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("session " + session.taskId + " cannot be written", e);
        }
    }
}
