package io.curtaincall.access.key;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.Optional;
import org.bson.Document;

/** The name of the key as the one document of its collection: whoever writes it first decides for all. */
public record MongoSealedStore(MongoDatabase database) implements SealedStore {
    private static final String ONLY = "master";

    @Override
    public boolean holdsEvents() {
        return database.getCollection(EVENTS)
                        .find()
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    @Override
    public Optional<String> keyId() {
        return Optional.ofNullable(collection().find().first()).map(document -> document.getString(KEY_ID));
    }

    /** Names the key, unless another process has named one already; {@link #keyId} tells which it is. */
    void claim(String keyId) {
        try {
            collection().insertOne(new Document("_id", ONLY).append(KEY_ID, keyId));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
    }

    private MongoCollection<Document> collection() {
        return database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
