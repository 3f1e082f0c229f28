package io.curtaincall.dispatch.intake;

import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.Skipped;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.util.List;

/**
 * What became of one reported event.
 *
 * @param duplicate whether it had been reported before, so that this time nobody is called
 */
public record Accepted(String source, String id, boolean duplicate, List<Callback> callbacks, List<Skipped> skipped) {

    /** A callback that was planned for the event. */
    public record Callback(CallbackId callbackId, NotifyConfigId configId) {}

    static Accepted of(CanonicalEvent event, DispatchPlanned plan, boolean duplicate) {
        List<Callback> callbacks = plan.callbacks().stream()
                .map(callback -> new Callback(callback.callbackId(), callback.configId()))
                .toList();
        return new Accepted(event.source(), event.id(), duplicate, callbacks, plan.skipped());
    }
}
