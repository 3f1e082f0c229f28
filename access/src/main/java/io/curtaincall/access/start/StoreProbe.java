package io.curtaincall.access.start;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;

/** Asks the store before anything else is started. */
public record StoreProbe(StoreAddress address) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public void requireAnswer() {
        ask(database -> database.runCommand(new Document("ping", 1)));
    }

    public <T> T ask(Function<MongoDatabase, T> question) {
        try (MongoClient client = MongoClients.create(settings())) {
            return question.apply(client.getDatabase(address.database()));
        } catch (MongoSecurityException e) {
            throw new CannotStartException("the store at " + address.hosts() + " refused the user or password", e);
        } catch (MongoException e) {
            throw new CannotStartException(
                    "the store at " + address.hosts() + " did not answer within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    private MongoClientSettings settings() {
        int millis = Math.toIntExact(PATIENCE.toMillis());
        return MongoClientSettings.builder()
                .applyConnectionString(address.connection())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(millis, TimeUnit.MILLISECONDS).readTimeout(millis, TimeUnit.MILLISECONDS))
                .build();
    }
}
