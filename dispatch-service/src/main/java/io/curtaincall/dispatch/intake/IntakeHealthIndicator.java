package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.directory.Directory;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether a report would be taken now and known to the right accounts: asks the store as taking one would, and waits no
 * longer; and the directory follows the store.
 */
@Component("intakeHealthIndicator")
final class IntakeHealthIndicator implements HealthIndicator {
    private static final String NO_STREAM = "live-event/health";

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final StoredStreams streams;
    private final StoreDeadline deadline;
    private final Directory directory;

    IntakeHealthIndicator(StoredStreams streams, StoreDeadline deadline, Directory directory) {
        this.streams = streams;
        this.deadline = deadline;
        this.directory = directory;
    }

    @Override
    public Health health() {
        Duration silence = directory.silence();
        if (silence.compareTo(LONGEST_SILENCE) > 0) {
            return Health.down().withDetail("directorySilentFor", silence).build();
        }
        try {
            deadline.within(() -> streams.read(NO_STREAM), () -> {});
            return Health.up().build();
        } catch (RefusedException e) {
            return Health.down().withDetail("why", e.problem()).build();
        }
    }
}
