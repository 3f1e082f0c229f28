package io.curtaincall.dispatch.delivery;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether callbacks go out: this process is believed alive, the due list is kept, and it is walked. */
final class DeliveryHealthIndicator implements HealthIndicator {
    private final Heartbeat heartbeat;
    private final DuePoller poller;
    private final EventProcessingConfiguration processors;

    DeliveryHealthIndicator(Heartbeat heartbeat, DuePoller poller, EventProcessingConfiguration processors) {
        this.heartbeat = heartbeat;
        this.poller = poller;
        this.processors = processors;
    }

    @Override
    public Health health() {
        boolean kept = processors
                .eventProcessor(DueCallbacksProjection.NAME, TrackingEventProcessor.class)
                .map(processor -> processor.isRunning() && !processor.isError())
                .orElse(false);
        boolean well = kept && heartbeat.isFresh() && poller.isHealthy();
        return (well ? Health.up() : Health.down())
                .withDetail("heartbeat", heartbeat.isFresh())
                .withDetail("dueListKept", kept)
                .withDetail("dueListWalked", poller.isHealthy())
                .build();
    }
}
