package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.events.stored.EventSerializer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The beans work together as a service gets them, under one of Axon's own processors. */
class EventStoreConfigurationIT extends EventStoreContract {
    private final List<Object> handled = new CopyOnWriteArrayList<>();

    EventStoreConfigurationIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void a_pooled_processor_handles_an_event_soon_and_keeps_a_small_token() throws Exception {
        var context = opening(context());
        EventAppender appender = context.getBean(EventAppender.class);
        PooledStreamingEventProcessor processor = processor(context);
        processor.start();
        await().until(() -> !processor.processingStatus().isEmpty());

        appender.append(List.of(new NewEvent("Thing", "a", 0, new Happened("1"))));
        await().until(() -> handled.size() == 1);
        Promptness.requireNineteenOfTwentyWithin(Duration.ofMillis(100), () -> timeToHandle(appender));

        await().untilAsserted(() -> assertThat(storedToken().length()).isLessThan(40));
        await().untilAsserted(() -> assertThat(context.getBean(TokenStore.class).fetchToken("test", 0))
                .isEqualTo(new GlobalSequenceTrackingToken(handled.size())));
        processor.shutDown();
    }

    private Duration timeToHandle(EventAppender appender) {
        int before = handled.size();
        long start = System.nanoTime();
        appender.append(List.of(new NewEvent("Thing", "a", before, new Happened("x"))));
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> handled.size() == before + 1);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Binary storedToken() {
        Document token = database.getCollection("tokens").find().first();
        return token == null ? new Binary(new byte[100]) : token.get("token", Binary.class);
    }

    private AnnotationConfigApplicationContext context() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Serializer.class, EventSerializer::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(EventStoreConfiguration.class);
        context.refresh();
        return context;
    }

    private PooledStreamingEventProcessor processor(AnnotationConfigApplicationContext context) {
        ScheduledExecutorService coordinator = opening(Executors.newScheduledThreadPool(1));
        ScheduledExecutorService worker = opening(Executors.newScheduledThreadPool(1));
        return PooledStreamingEventProcessor.builder()
                .name("test")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Handler(handled))
                        .build())
                .messageSource(context.getBean(MongoEventStore.class))
                .tokenStore(context.getBean(TokenStore.class))
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .build();
    }

    record Handler(List<Object> handled) {
        @EventHandler
        public void on(Happened happened) {
            handled.add(happened);
        }
    }
}
