package io.curtaincall.query.record;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
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

/**
 * Keeps one row per attempt, rebuilt from events at any time. Rows are written with the batch's last event and not at
 * the unit of work's commit: there the token is stored first, and without a transaction around both a crash between
 * the two would lose the rows.
 */
@Component
@ProcessingGroup(CallbackRecordsProjection.NAME)
public class CallbackRecordsProjection {
    public static final String NAME = "query.callback-records";

    private static final String BATCH = NAME + "/batch";

    private final CallbackRecords records;
    private final RecordTotals totals;
    private final RecordRetention retention;

    CallbackRecordsProjection(CallbackRecords records, RecordTotals totals, RecordRetention retention) {
        this.records = records;
        this.totals = totals;
        this.retention = retention;
    }

    @EventHandler
    void on(
            CallbackAttempted event,
            @Timestamp Instant recordedAt,
            TrackingToken token,
            UnitOfWork<?> unit,
            @ConcludesBatch boolean last) {
        List<RecordRow> batch = unit.getOrComputeResource(BATCH, key -> new ArrayList<>());
        if (isKept(event, recordedAt)) {
            batch.add(RecordRow.of(event, recordedAt, token.position().orElseThrow()));
        }
        if (last && !batch.isEmpty()) write(batch);
    }

    /** What is too old is not taken in again by a replay. */
    private boolean isKept(CallbackAttempted event, Instant recordedAt) {
        return !recordedAt.isBefore(retention.keptFrom(event.subject().accountId()));
    }

    private void write(List<RecordRow> batch) {
        records.write(batch);
        totals.add(batch);
    }

    @ResetHandler
    void reset() {
        records.empty();
        totals.empty();
    }
}
