package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Keeps the due list, a second behind: what is planned and finished within one batch is never written. */
@ProcessingGroup(DueCallbacksProjection.NAME)
class DueCallbacksProjection {
    static final String NAME = "dispatch.due-callbacks";
    private static final String BATCH = DueCallbacksProjection.class.getName();

    private final DueCallbacks dueCallbacks;

    DueCallbacksProjection(DueCallbacks dueCallbacks) {
        this.dueCallbacks = dueCallbacks;
    }

    @EventHandler
    void on(DispatchPlanned plan) {
        Map<CallbackId, DueChange> batch = batch();
        for (PlannedCallback callback : plan.callbacks()) {
            batch.put(callback.callbackId(), DueChange.planned(callback, plan.plannedBy(), plan.plannedAt()));
        }
    }

    @EventHandler
    void on(CallbackAttempted attempted) {
        batch().compute(attempted.callbackId(), (id, before) -> DueChange.attempted(attempted, before));
    }

    @ResetHandler
    void reset() {
        dueCallbacks.clear();
    }

    private Map<CallbackId, DueChange> batch() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(BATCH, key -> {
            Map<CallbackId, DueChange> changes = new LinkedHashMap<>();
            CurrentUnitOfWork.get().root().onPrepareCommit(unit -> dueCallbacks.apply(changes.values()));
            return changes;
        });
    }
}
