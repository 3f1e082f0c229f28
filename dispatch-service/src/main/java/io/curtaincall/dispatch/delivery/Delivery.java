package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.Subject;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;

/**
 * A callback and the attempt to make next.
 *
 * @param configsKnownUpTo position that this process's configs must have reached to say what became of the config
 * @param since when the first attempt began, or when it was planned if that is about to
 * @param due when the attempt might begin at the earliest
 */
record Delivery(
        LiveEventReported event,
        PlannedCallback callback,
        long configsKnownUpTo,
        int attempt,
        Instant since,
        Instant due) {
    private static final String CLOUD_EVENT_TYPE = "application/cloudevents+json";

    Delivery next(Instant at) {
        return new Delivery(event, callback, configsKnownUpTo, attempt + 1, since, at);
    }

    String body() {
        return callback.content() == null
                ? event.cloudEvent()
                : callback.content().body();
    }

    String contentType() {
        return callback.content() == null
                ? CLOUD_EVENT_TYPE
                : callback.content().contentType();
    }

    CallbackId callbackId() {
        return callback.callbackId();
    }

    NotifyConfigId configId() {
        return callback.configId();
    }

    Subject subject(long configVersion) {
        return new Subject(
                callback.accountId(),
                callback.configId(),
                configVersion,
                event.key(),
                event.source(),
                event.id(),
                event.topic(),
                event.domain(),
                event.app(),
                event.stream());
    }
}
