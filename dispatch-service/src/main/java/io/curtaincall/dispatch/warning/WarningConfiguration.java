package io.curtaincall.dispatch.warning;

import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.eventstore.BurstSource;
import io.curtaincall.eventstore.MongoEventStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Warns the operator where a hook is set: of what happens from then on, by one process at a time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dispatch.operator-hook.url")
@EnableConfigurationProperties(OperatorHookProperties.class)
class WarningConfiguration {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int BATCH = 5_000;
    private static final int IDLE_MILLIS = 1_000;
    private static final int CLAIM_AGAIN_MILLIS = 500;

    @Bean
    OperatorWarnings operatorWarnings(OperatorHookProperties properties, CallbackSender sender, Clock clock) {
        return new OperatorWarnings(properties, sender, clock);
    }

    @Bean
    ConfigurerModule operatorWarningsProcessing(MongoEventStore store) {
        BurstSource source = new BurstSource(store, TICK);
        TrackingEventProcessorConfiguration processing =
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(StreamableMessageSource::createHeadToken)
                        .andBatchSize(BATCH)
                        .andEventAvailabilityTimeout(IDLE_MILLIS, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(CLAIM_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        return configurer -> configurer.eventProcessing(events -> events.registerTrackingEventProcessor(
                        OperatorWarnings.PROCESSOR, configuration -> source, configuration -> processing)
                .registerListenerInvocationErrorHandler(
                        OperatorWarnings.PROCESSOR, configuration -> PropagatingErrorHandler.instance()));
    }
}
