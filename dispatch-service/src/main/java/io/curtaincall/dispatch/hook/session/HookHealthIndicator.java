package io.curtaincall.dispatch.hook.session;

import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether hooks are followed: not while one of them fails again and again; another process may be the one to do it. */
final class HookHealthIndicator implements HealthIndicator {
    private final Supplier<EventProcessingConfiguration> processors;

    HookHealthIndicator(Supplier<EventProcessingConfiguration> processors) {
        this.processors = processors;
    }

    @Override
    public Health health() {
        boolean followed = processors
                .get()
                .eventProcessor(RecordingSessions.PROCESSOR, TrackingEventProcessor.class)
                .map(processor -> processor.isRunning() && !processor.isError())
                .orElse(false);
        return (followed ? Health.up() : Health.down())
                .withDetail("hooksFollowed", followed)
                .build();
    }
}
