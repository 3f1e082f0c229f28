package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ConcludesBatch;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps the due list, some seconds behind: what is planned and finished within one batch is never written. The rest is
 * written with the batch's last event and not at the unit of work's commit: there the token is stored first, and a
 * crash between the two would forget what is due.
 */
@ProcessingGroup(DueCallbacksProjection.NAME)
class DueCallbacksProjection {
    static final String NAME = "dispatch.due-callbacks";
    private static final String BATCH = DueCallbacksProjection.class.getName();

    private final DueCallbacks dueCallbacks;

    DueCallbacksProjection(DueCallbacks dueCallbacks) {
        this.dueCallbacks = dueCallbacks;
    }

    @EventHandler
    void on(DueNews.Planned plan, UnitOfWork<?> unit, @ConcludesBatch boolean last) {
        Map<CallbackId, DueChange> batch = batch(unit);
        for (DueNews.Callback callback : plan.callbacks()) {
            batch.put(callback.callbackId(), DueChange.planned(callback, plan.plannedBy(), plan.plannedAt()));
        }
        if (last) dueCallbacks.apply(batch.values());
    }

    @EventHandler
    void on(DueNews.Attempted attempted, UnitOfWork<?> unit, @ConcludesBatch boolean last) {
        Map<CallbackId, DueChange> batch = batch(unit);
        batch.compute(attempted.callbackId(), (id, before) -> DueChange.attempted(attempted, before));
        if (last) dueCallbacks.apply(batch.values());
    }

    @ResetHandler
    void reset() {
        dueCallbacks.clear();
    }

    private static Map<CallbackId, DueChange> batch(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(BATCH, key -> new LinkedHashMap<>());
    }
}
