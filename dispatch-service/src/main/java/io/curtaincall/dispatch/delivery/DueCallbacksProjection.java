package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final String ATTEMPTS = BATCH + ".attempts";
    private static final String AWAKE = BATCH + ".awake";

    private final DueCallbacks dueCallbacks;
    private final FailureStreaks streaks;

    DueCallbacksProjection(DueCallbacks dueCallbacks, FailureStreaks streaks) {
        this.dueCallbacks = dueCallbacks;
        this.streaks = streaks;
    }

    @EventHandler
    void on(DueNews.Planned plan, UnitOfWork<?> unit, @ConcludesBatch boolean last) {
        Map<CallbackId, DueChange> batch = batch(unit);
        for (DueNews.Callback callback : plan.callbacks()) {
            batch.put(callback.callbackId(), DueChange.planned(callback, plan.plannedBy(), plan.plannedAt()));
        }
        if (last) apply(batch, unit);
    }

    @EventHandler
    void on(DueNews.Attempted attempted, UnitOfWork<?> unit, @ConcludesBatch boolean last) {
        Map<CallbackId, DueChange> batch = batch(unit);
        batch.compute(attempted.callbackId(), (id, before) -> DueChange.attempted(attempted, before));
        attempts(unit).add(attempted);
        if (last) apply(batch, unit);
    }

    @EventHandler
    void on(DueNews.Awake awake, UnitOfWork<?> unit, @ConcludesBatch boolean last) {
        awake(unit).put(awake.configId(), awake.at());
        if (last) apply(batch(unit), unit);
    }

    private void apply(Map<CallbackId, DueChange> batch, UnitOfWork<?> unit) {
        dueCallbacks.apply(batch.values());
        streaks.apply(attempts(unit));
        awake(unit).forEach(dueCallbacks::wake);
    }

    @ResetHandler
    void reset() {
        dueCallbacks.clear();
        streaks.clear();
    }

    private static Map<CallbackId, DueChange> batch(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(BATCH, key -> new LinkedHashMap<>());
    }

    private static Map<NotifyConfigId, Instant> awake(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(AWAKE, key -> new LinkedHashMap<>());
    }

    private static List<DueNews.Attempted> attempts(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(ATTEMPTS, key -> new ArrayList<>());
    }
}
