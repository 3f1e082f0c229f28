package io.curtaincall.eventstore;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.bson.Document;

/** Shows Axon's MongoDB extension the one collection that we let it use. */
final class TokenCollection implements MongoTemplate {
    private final MongoDatabase database;

    TokenCollection(MongoDatabase database) {
        // as careful as the log itself: a token that a new primary takes back would have its events handled again
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @Override
    public MongoCollection<Document> trackingTokensCollection() {
        return database.getCollection("tokens");
    }

    @Override
    public MongoCollection<Document> eventCollection() {
        throw unused();
    }

    @Override
    public MongoCollection<Document> snapshotCollection() {
        throw unused();
    }

    @Override
    public MongoCollection<Document> sagaCollection() {
        throw unused();
    }

    @Override
    public MongoCollection<Document> deadLetterCollection() {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("Only tokens are kept through Axon's MongoDB extension");
    }
}
