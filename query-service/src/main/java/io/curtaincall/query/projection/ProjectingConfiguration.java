package io.curtaincall.query.projection;

import io.curtaincall.eventstore.BurstSource;
import io.curtaincall.query.ondemand.OnDemandDecisionsProjection;
import io.curtaincall.query.record.CallbackRecordsProjection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/** Runs the projections: each in one thread of one process, in order, in batches. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectingConfiguration {
    private static final int BATCH = 500;
    private static final Duration TICK = Duration.ofMillis(500);

    /** An event that cannot be projected is tried again and logged, as skipping it would make the read model wrong. */
    @Bean
    ConfigurerModule callbackRecordsProcessing() {
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessor(CallbackRecordsProjection.NAME, ProjectingConfiguration::processor)
                .registerListenerInvocationErrorHandler(
                        CallbackRecordsProjection.NAME, configuration -> PropagatingErrorHandler.instance());
    }

    /** Decisions are few, so what others append is passed over in bursts: each costs a write of the token. */
    @Bean
    ConfigurerModule onDemandDecisionsProcessing() {
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessor(
                        OnDemandDecisionsProjection.NAME,
                        (name, configuration, invoker) -> processor(
                                name, configuration, invoker, new BurstSource(configuration.eventStore(), TICK)))
                .registerListenerInvocationErrorHandler(
                        OnDemandDecisionsProjection.NAME, configuration -> PropagatingErrorHandler.instance());
    }

    private static TrackingEventProcessor processor(
            String name, Configuration configuration, EventHandlerInvoker invoker) {
        return processor(name, configuration, invoker, configuration.eventStore());
    }

    /** The token is stored after the rows: a crash between the two repeats a batch, which changes nothing. */
    private static TrackingEventProcessor processor(
            String name,
            Configuration configuration,
            EventHandlerInvoker invoker,
            StreamableMessageSource<TrackedEventMessage<?>> source) {
        return TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .messageSource(source)
                .tokenStore(configuration.getComponent(TokenStore.class))
                .transactionManager(NoTransactionManager.instance())
                .storingTokensAfterProcessing()
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(500, TimeUnit.MILLISECONDS))
                .build();
    }
}
