package io.curtaincall.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Keeps the newest event of each directory entry beside the position reached, so that a process need not read the whole
 * event store at start. Every process writes it; a row only ever moves forward. A program that reads events differently
 * has rows of its own: it begins with the first event, and while both run neither takes the other's for its own.
 */
final class DirectoryRows {
    private static final String POSITION = "position";
    private static final String READING = "reading";

    private final MongoCollection<Document> rows;
    private final Serializer serializer;
    private final String reading;

    /** @param reading names the way in which this program reads events */
    DirectoryRows(MongoDatabase database, Serializer serializer, String reading) {
        // a position must not outlive the rows it stands for, as it would if a new primary took back the rows only
        this.rows = database.getCollection("directory.readings")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.serializer = serializer;
        this.reading = reading;
    }

    /** Position up to which the rows hold everything; 0 if they cannot be used. */
    long position() {
        Document position = rows.find(eq("_id", id(POSITION))).first();
        return position == null ? 0 : position.getLong("p");
    }

    void savePosition(long position) {
        rows.updateOne(eq("_id", id(POSITION)), Updates.set("p", position), new UpdateOptions().upsert(true));
    }

    /** The newest event of every entry, in the order in which they happened. */
    List<Object> events() {
        List<Document> found = rows.find(eq(READING, reading)).into(new ArrayList<>());
        found.sort(Comparator.comparing(row -> row.getLong("p")));
        return found.stream().<Object>map(this::event).toList();
    }

    void save(String entry, long position, Object event) {
        SerializedObject<byte[]> json = serializer.serialize(event, byte[].class);
        Document row = new Document("_id", id(entry))
                .append(READING, reading)
                .append("p", position)
                .append("y", json.getType().getName())
                .append("r", json.getType().getRevision())
                .append("j", new Binary(json.getData()));
        try {
            rows.replaceOne(and(eq("_id", id(entry)), lt("p", position)), row, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // the row is there with this position or a later one: another process was faster
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
    }

    private String id(String entry) {
        return reading + "/" + entry;
    }

    private Object event(Document row) {
        byte[] json = row.get("j", Binary.class).getData();
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, byte[].class, row.getString("y"), row.getString("r")));
    }
}
