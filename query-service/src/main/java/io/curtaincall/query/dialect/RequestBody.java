package io.curtaincall.query.dialect;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.Content;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import org.jspecify.annotations.Nullable;

/** What an attempt sent: what all of a callback send is stored once, before the first of them. */
final class RequestBody {
    private RequestBody() {}

    /** The one place that knows in which event a callback's body is. */
    static String bodyOf(
            @Nullable LiveEventReported reported, @Nullable DispatchPlanned plan, CallbackAttempted attempted) {
        Request request = attempted.request();
        return request == null || request.body() == null
                ? planned(reported, plan, attempted.callbackId())
                : request.body();
    }

    private static String planned(
            @Nullable LiveEventReported reported, @Nullable DispatchPlanned plan, CallbackId callback) {
        if (reported == null) return "";
        if (plan == null) return reported.cloudEvent();
        return plan.callbacks().stream()
                .filter(planned -> planned.callbackId().equals(callback))
                .findFirst()
                .map(PlannedCallback::content)
                .map(Content::body)
                .orElseGet(reported::cloudEvent);
    }
}
