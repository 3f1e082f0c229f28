package io.curtaincall.access.key;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The name of the key as the one document of its collection: whoever writes it first decides for all. */
public record MongoSealedStore(MongoDatabase database) implements SealedStore {
    private static final String ID = "_id";
    private static final String ONLY = "master";

    @Override
    public boolean holdsEvents() {
        return database.getCollection(EVENTS)
                        .find()
                        .projection(Projections.include(ID))
                        .first()
                != null;
    }

    @Override
    public Optional<String> keyId() {
        return Optional.ofNullable(document()).map(document -> document.getString(KEY_ID));
    }

    @Override
    public List<SealedKey> formerKeys() {
        Document document = document();
        return document == null ? List.of() : FormerKeys.read(document.get(FORMER));
    }

    /** Names the key, unless another process has named one already; {@link #keyId} tells which it is. */
    void claim(String keyId) {
        try {
            collection().insertOne(new Document(ID, ONLY).append(KEY_ID, keyId));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
    }

    void keep(SealedKey former) {
        collection().updateOne(Filters.eq(ID, ONLY), Updates.push(FORMER, FormerKeys.document(former)));
    }

    /** On return what was kept outlives a power cut, too. */
    void toDisk() {
        try {
            database.runCommand(new Document("fsync", 1));
        } catch (MongoCommandException noSuchCommandHere) {
            // every other server has its journal on disk before it answers
        }
    }

    /** From now on the next key seals; false if it is not this one that it follows. */
    boolean advance(String from, String to) {
        return collection()
                        .updateOne(Filters.and(Filters.eq(ID, ONLY), Filters.eq(KEY_ID, from)), Updates.set(KEY_ID, to))
                        .getMatchedCount()
                == 1;
    }

    private @Nullable Document document() {
        return collection().find(Filters.eq(ID, ONLY)).first();
    }

    private MongoCollection<Document> collection() {
        return database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }
}
