package io.curtaincall.query.callback;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.events.account.Role;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.live.LiveEvent.Content;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import io.curtaincall.query.callback.CallbackView.Plan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads callbacks' stories from their streams: always as fresh as the event store. */
@Component
class CallbackStories {
    private final StoredStreams streams;

    CallbackStories(StoredStreams streams) {
        this.streams = streams;
    }

    /** Nothing where there is none that the caller sees. */
    Optional<CallbackView> find(CallbackId id, Caller caller) {
        List<StreamEvent> live = streams.read("live-event/" + id.liveEventKey());
        LiveEventReported reported = first(live, LiveEventReported.class);
        DispatchPlanned plan = first(live, DispatchPlanned.class);
        if (reported == null || plan == null) return Optional.empty();
        return plan.callbacks().stream()
                .filter(callback -> callback.callbackId().equals(id))
                .findFirst()
                .filter(callback -> caller.sees(callback.accountId(), reported.domain()))
                .map(callback -> story(reported, plan, callback))
                .map(story -> caller.rights().include(Role.READ_BODIES) ? story : story.withoutBodies());
    }

    private CallbackView story(LiveEventReported reported, DispatchPlanned plan, PlannedCallback callback) {
        List<StreamEvent> attempted = streams.read(callback.callbackId().value()).stream()
                .filter(event -> event.payload() instanceof CallbackAttempted)
                .toList();
        Verdict last = attempted.isEmpty()
                ? null
                : ((CallbackAttempted) attempted.getLast().payload()).verdict();
        return new CallbackView(
                callback.callbackId().value(),
                callback.accountId().value(),
                CallbackState.after(last),
                last instanceof Verdict.RetryAt retry ? retry.at() : null,
                last instanceof Verdict.Abandoned abandoned ? abandoned.reason() : null,
                reported.cloudEvent(),
                new Plan(
                        callback.configId().value(),
                        callback.configVersion(),
                        callback.url(),
                        callback.format(),
                        plan.plannedAt(),
                        plan.configsKnownUpTo()),
                attempted.stream()
                        .map(event -> attempt(event, callback.content()))
                        .toList(),
                null);
    }

    private static AttemptView attempt(StreamEvent event, @Nullable Content planned) {
        return AttemptView.of(
                (CallbackAttempted) event.payload(), planned == null ? null : planned.body(), event.timestamp());
    }

    private static <T> @Nullable T first(List<StreamEvent> events, Class<T> type) {
        return events.stream()
                .map(StreamEvent::payload)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
