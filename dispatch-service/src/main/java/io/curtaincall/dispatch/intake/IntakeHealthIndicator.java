package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.eventstore.StoredStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether a report would be taken now: asks the store as taking one would, and waits no longer. */
@Component("intakeHealthIndicator")
final class IntakeHealthIndicator implements HealthIndicator {
    private static final String NO_STREAM = "live-event/health";

    private final StoredStreams streams;
    private final StoreDeadline deadline;

    IntakeHealthIndicator(StoredStreams streams, StoreDeadline deadline) {
        this.streams = streams;
        this.deadline = deadline;
    }

    @Override
    public Health health() {
        try {
            deadline.within(() -> streams.read(NO_STREAM), () -> {});
            return Health.up().build();
        } catch (RefusedException e) {
            return Health.down().withDetail("why", e.problem()).build();
        }
    }
}
