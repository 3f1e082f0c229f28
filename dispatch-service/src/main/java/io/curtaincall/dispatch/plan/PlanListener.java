package io.curtaincall.dispatch.plan;

import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;

/** Told of a plan as soon as it is durable, so that the process which accepted an event delivers it at once. */
public interface PlanListener {
    /** Returns at once; what cannot be taken up now is found again through the due list. */
    void planned(LiveEventReported event, DispatchPlanned plan);
}
