package io.curtaincall.config.health;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.directory.Directory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a change would be taken now and read back at once: the store answers, and the directory follows it. */
@Component
class ConfigHealthIndicator implements HealthIndicator {
    private static final int PATIENCE_SECONDS = 3;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final MongoDatabase database;
    private final Directory directory;

    ConfigHealthIndicator(MongoDatabase database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    @Override
    public Health health() {
        Duration silence = directory.silence();
        if (silence.compareTo(LONGEST_SILENCE) > 0) {
            return Health.down().withDetail("directorySilentFor", silence).build();
        }
        try {
            database.withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .runCommand(new BsonDocument("ping", new BsonInt32(1)));
            return Health.up().build();
        } catch (MongoException e) {
            return Health.down(e).build();
        }
    }
}
