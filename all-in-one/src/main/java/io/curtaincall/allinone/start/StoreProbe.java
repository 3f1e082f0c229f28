package io.curtaincall.allinone.start;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;

/** Asks the store two things before anything else is started: is it there, and does it hold events. */
record StoreProbe(StoreAddress address, Duration patience) {
    private static final String EVENTS = "events";

    void requireAnswer() {
        ask(database -> database.runCommand(new Document("ping", 1)));
    }

    boolean holdsEvents() {
        return ask(database -> database.getCollection(EVENTS)
                .find()
                .projection(Projections.include("_id"))
                .limit(1)
                .iterator()
                .hasNext());
    }

    private <T> T ask(Function<MongoDatabase, T> question) {
        try (MongoClient client = MongoClients.create(settings())) {
            return question.apply(client.getDatabase(address.database()));
        } catch (MongoSecurityException e) {
            throw new CannotStartException("the store at " + address.hosts() + " refused the user or password", e);
        } catch (MongoException e) {
            throw new CannotStartException(
                    "the store at " + address.hosts() + " did not answer within " + patience.toSeconds() + " s", e);
        }
    }

    private MongoClientSettings settings() {
        int millis = Math.toIntExact(patience.toMillis());
        return MongoClientSettings.builder()
                .applyConnectionString(address.connection())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(millis, TimeUnit.MILLISECONDS).readTimeout(millis, TimeUnit.MILLISECONDS))
                .build();
    }
}
