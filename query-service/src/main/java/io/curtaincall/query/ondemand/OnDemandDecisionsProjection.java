package io.curtaincall.query.ondemand;

import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ConcludesBatch;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps one row per decision, rebuilt from events at any time; written with the batch's last event, before the token. */
@Component
@ProcessingGroup(OnDemandDecisionsProjection.NAME)
public class OnDemandDecisionsProjection {
    public static final String NAME = "query.on-demand-decisions";

    private static final String BATCH = NAME + "/batch";

    private final DecisionRecords decisions;

    OnDemandDecisionsProjection(DecisionRecords decisions) {
        this.decisions = decisions;
    }

    @EventHandler
    void on(
            OnDemandDecided event,
            @Timestamp Instant recordedAt,
            TrackingToken token,
            UnitOfWork<?> unit,
            @ConcludesBatch boolean last) {
        List<DecisionRow> batch = unit.getOrComputeResource(BATCH, key -> new ArrayList<>());
        RecordKey key = RecordKey.of(recordedAt, token.position().orElseThrow());
        batch.add(new DecisionRow(key, DecisionRecord.of(event, recordedAt)));
        if (last) decisions.write(batch);
    }

    @ResetHandler
    void reset() {
        decisions.empty();
    }
}
