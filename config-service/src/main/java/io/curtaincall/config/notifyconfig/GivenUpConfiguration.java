package io.curtaincall.config.notifyconfig;

import io.curtaincall.eventstore.BurstSource;
import io.curtaincall.eventstore.MongoEventStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows what deliveries found out about receivers; in one process at a time, another takes over when it ends. */
@Configuration(proxyBeanMethods = false)
class GivenUpConfiguration {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int BATCH = 5_000;
    private static final int IDLE_MILLIS = 1_000;
    private static final int CLAIM_AGAIN_MILLIS = 500;

    @Bean
    GivenUpEndpoints givenUpEndpoints(CommandGateway commands) {
        return new GivenUpEndpoints(commands);
    }

    @Bean
    ConfigurerModule givenUpEndpointsProcessing(MongoEventStore store) {
        BurstSource source = new BurstSource(store, TICK);
        TrackingEventProcessorConfiguration processing =
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andEventAvailabilityTimeout(IDLE_MILLIS, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(CLAIM_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return configurer -> configurer.eventProcessing(events -> events.registerTrackingEventProcessor(
                        GivenUpEndpoints.PROCESSOR, configuration -> source, configuration -> processing)
                .registerListenerInvocationErrorHandler(
                        GivenUpEndpoints.PROCESSOR, configuration -> PropagatingErrorHandler.instance()));
    }
}
