package io.curtaincall.query.projection;

import io.curtaincall.eventstore.StoredStreams;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** {@code curtaincall.projection.lag}: how many events a projection is behind the store, in the process that runs it. */
@Component
class ProjectionLag implements MeterBinder {
    private final Projecting projecting;
    private final StoredStreams streams;

    ProjectionLag(Projecting projecting, StoredStreams streams) {
        this.projecting = projecting;
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ReadModel model : ReadModel.values()) {
            Gauge.builder("curtaincall.projection.lag", () -> behind(model))
                    .description("events between the projection and the end of the event store")
                    .baseUnit("events")
                    .tag("projection", model.wireName())
                    .register(registry);
        }
    }

    /** Not a number where another process runs it, which then tells. */
    private double behind(ReadModel model) {
        return projecting
                .here(model)
                .map(progress -> (double) Math.max(0, streams.position() - progress.position()))
                .orElse(Double.NaN);
    }
}
