package io.curtaincall.eventstore;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The event store of a process. Imported by services; expects a {@link MongoDatabase}, a {@link Serializer} and a
 * {@link Clock}; takes {@link EventStoreSettings} and upcasters if there are any.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    static {
        // Axon 4.13 asks its vendor for updates otherwise
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(
            MongoDatabase database,
            Serializer serializer,
            Clock clock,
            ObjectProvider<EventUpcaster> upcasters,
            ObjectProvider<EventStoreSettings> settings) {
        return new EventLog(
                database,
                new CommitMessages(serializer, chain(upcasters)),
                clock,
                settings.getIfAvailable(() -> EventStoreSettings.DEFAULT));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            EventLog log, Serializer serializer, ObjectProvider<EventUpcaster> upcasters) {
        return new ContiguousEventStorageEngine(log, serializer, chain(upcasters));
    }

    @Bean
    MongoEventStore eventStore(EventLog log, EventStorageEngine engine) {
        return new MongoEventStore(log, engine);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    HeadWatcher headWatcher(EventLog log) {
        return new HeadWatcher(log);
    }

    @Bean
    EventAppender eventAppender(EventLog log, Clock clock) {
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        return new EventAppender(log, clock, ids);
    }

    @Bean
    StoredStreams storedStreams(EventLog log) {
        return new StoredStreams(log);
    }

    @Bean
    TokenStore tokenStore(MongoDatabase database, Serializer serializer, ObjectProvider<EventStoreSettings> settings) {
        return MongoTokenStore.builder()
                .mongoTemplate(new TokenCollection(database))
                .serializer(serializer)
                .claimTimeout(settings.getIfAvailable(() -> EventStoreSettings.DEFAULT)
                        .claimTimeout())
                .ensureIndexes(true)
                .build();
    }

    /**
     * What a command causes names the command; what handling an event causes names nothing, as the projections cause
     * nothing, and reading each event's metadata for it would cost more than many of them do.
     */
    @Bean
    CorrelationDataProvider correlation() {
        CorrelationDataProvider origin = new MessageOriginProvider();
        return message -> message instanceof EventMessage<?> ? Map.of() : origin.correlationDataFor(message);
    }

    private static EventUpcaster chain(ObjectProvider<EventUpcaster> upcasters) {
        return new EventUpcasterChain(upcasters.orderedStream().toList());
    }
}
