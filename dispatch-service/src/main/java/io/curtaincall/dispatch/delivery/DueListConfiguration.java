package io.curtaincall.dispatch.delivery;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.eventstore.BurstSource;
import io.curtaincall.eventstore.MongoEventStore;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.TrailingSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the due list together: the projection that keeps it and the walks that empty it. */
@Configuration(proxyBeanMethods = false)
class DueListConfiguration {
    private static final int IDLE_MILLIS = 1_000;
    private static final int CLAIM_AGAIN_MILLIS = 500;

    @Bean
    DueCallbacks dueCallbacks(MongoDatabase database) {
        return new DueCallbacks(database);
    }

    @Bean
    DueCounts dueCounts(MongoDatabase database) {
        return new DueCounts(database);
    }

    @Bean
    DueCallbacksProjection dueCallbacksProjection(DueCallbacks dueCallbacks, FailureStreaks streaks) {
        return new DueCallbacksProjection(dueCallbacks, streaks);
    }

    @Bean
    FailureStreaks failureStreaks(MongoDatabase database, GivenUp givenUp, DeliveryProperties properties) {
        return new FailureStreaks(database, givenUp::report, properties.giveUpAfter());
    }

    @Bean
    ConfigurerModule dueCallbacksProcessing(MongoEventStore store, DeliveryProperties properties, Clock clock) {
        BurstSource source = new BurstSource(
                new TrailingSource(store, properties.dueLag(), clock, DueNews::of), properties.dueTick());
        TrackingEventProcessorConfiguration processing =
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(properties.dueBatch())
                        .andEventAvailabilityTimeout(IDLE_MILLIS, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(CLAIM_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return configurer -> configurer.eventProcessing(events -> events.registerTrackingEventProcessor(
                        DueCallbacksProjection.NAME, configuration -> source, configuration -> processing)
                .registerListenerInvocationErrorHandler(
                        DueCallbacksProjection.NAME, configuration -> PropagatingErrorHandler.instance()));
    }

    @Bean
    AccountBacklogs accountBacklogs(DueCounts counts, DeliveryProperties properties) {
        return new AccountBacklogs(counts, System::nanoTime, properties.shareOfAccount());
    }

    @Bean
    DueBacklog dueBacklog(DueCounts counts, AccountBacklogs accounts, Clock clock, DeliveryProperties properties) {
        return new DueBacklog(counts, accounts, clock, System::nanoTime, properties.mostUnfinished());
    }

    @Bean
    BacklogReport backlogReport(
            DueCounts counts, AccountBacklogs accounts, EndpointSlots slots, NodeId node, Clock clock) {
        return new BacklogReport(counts, accounts, slots, node, clock);
    }

    @Bean
    Resting restingCallbacks(
            DueCallbacks dueCallbacks, Endpoints endpoints, Clock clock, DeliveryProperties properties) {
        return new Resting(dueCallbacks, endpoints, clock, properties.disabledPause());
    }

    @Bean
    Resumption resumption(
            StoredStreams streams,
            DueCallbacks dueCallbacks,
            Attempts attempts,
            LaneQueue lanes,
            Resting resting,
            NodeId node,
            Clock clock) {
        return new Resumption(streams, dueCallbacks, attempts, lanes, resting, node, clock);
    }

    @Bean
    DueRound dueRound(
            DueCallbacks dueCallbacks,
            Nodes nodes,
            NodeId node,
            DeliveryLoop loop,
            Resumption resumption,
            EndpointSlots slots,
            Endpoints endpoints,
            Resting resting,
            DeliveryProperties properties,
            Clock clock) {
        Claims claims = new Claims(dueCallbacks, nodes, node);
        return new DueRound(dueCallbacks, claims, loop, resumption, slots, endpoints, resting, properties, clock);
    }

    @Bean
    MeterBinder dueTakenUp(DueRound round) {
        return registry -> FunctionCounter.builder("dispatch.delivery.due.taken.up", round, DueRound::takenUpEver)
                .description("callbacks taken up from the due list")
                .register(registry);
    }

    @Bean
    DuePoller duePoller(DueRound round, Nodes nodes, Gate gate, DueBacklog backlog, DeliveryProperties properties) {
        return new DuePoller(round, nodes, gate, backlog, System::nanoTime, properties.duePoll());
    }

    @Bean
    DeliveryHealthIndicator deliveryHealthIndicator(
            Heartbeat heartbeat, DuePoller poller, EventProcessingConfiguration processors) {
        return new DeliveryHealthIndicator(heartbeat, poller, processors);
    }
}
