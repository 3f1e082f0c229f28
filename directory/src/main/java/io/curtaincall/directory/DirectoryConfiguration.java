package io.curtaincall.directory;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.events.stored.EventSerializer;
import io.curtaincall.events.stored.EventShapes;
import io.curtaincall.eventstore.EventStoreConfiguration;
import io.curtaincall.eventstore.MongoEventStore;
import io.curtaincall.eventstore.StoredStreams;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The ground every door stands on: the store, the event store, the directory, and the process's clock and dice. */
@Configuration(proxyBeanMethods = false)
@Import(EventStoreConfiguration.class)
public class DirectoryConfiguration {
    private static final int FIND_STORE_SECONDS = 5;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    @Primary
    Serializer serializer() {
        return new EventSerializer();
    }

    /** Half a minute, the driver's default, is longer than a caller waits; who needs less sets its own deadline. */
    @Bean
    MongoClientSettingsBuilderCustomizer storeIsFoundSoonOrNotAtAll() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(FIND_STORE_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, @Value("${curtaincall.database:curtaincall}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    Directory directory() {
        return new Directory();
    }

    @Bean
    DirectoryRows directoryRows(MongoDatabase database, Serializer serializer) {
        return new DirectoryRows(database, serializer, EventShapes.fingerprint());
    }

    @Bean
    DirectoryFeed directoryFeed(
            Directory directory, DirectoryRows rows, MongoEventStore events, StoredStreams streams) {
        return new DirectoryFeed(directory, rows, events, streams);
    }
}
