package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What the due list has to know of an event. Thousands are held back until their outcome comes, and an attempt may hold
 * 64 KiB of a receiver's answer.
 */
sealed interface DueNews {
    Set<Class<?>> WANTED = Set.of(
            DispatchPlanned.class, CallbackAttempted.class, NotifyConfigChanged.class, NotifyConfigRemoved.class);

    record Planned(List<Callback> callbacks, String plannedBy, Instant plannedAt) implements DueNews {}

    record Callback(CallbackId callbackId, NotifyConfigId configId, AccountId accountId) {}

    record Attempted(
            CallbackId callbackId,
            NotifyConfigId configId,
            int attempt,
            Verdict verdict,
            long configVersion,
            AccountId accountId,
            Instant at)
            implements DueNews {
        /** One name for each version of a config. */
        String receiver() {
            return configId + "/" + configVersion;
        }

        boolean hasFailed() {
            return !(verdict instanceof Verdict.Delivered);
        }

        /** That was told at once, unless the process ended just then. */
        boolean isGone() {
            return verdict instanceof Verdict.Abandoned abandoned
                    && abandoned.reason().equals(GivenUp.GONE);
        }

        /** It was not tried any more, as nobody was to be called. */
        boolean isOverAtRest() {
            return Resting.was(verdict);
        }

        /** Nobody knows how it went. */
        boolean isInterrupted() {
            return DeliveryPolicy.wasInterrupted(verdict);
        }
    }

    /** What is due to the config may be looked at again: it was switched on, or is gone. */
    record Awake(NotifyConfigId configId, Instant at) implements DueNews {}

    /** Of an event that changes nothing here; its place in the order of events is all that is needed. */
    record Nothing() implements DueNews {}

    /** The same message with what is needed of its event; a payload that nobody needs is not even read. */
    static TrackedEventMessage<?> of(TrackedEventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        DueNews news = WANTED.contains(type) ? of(message.getPayload()) : new Nothing();
        return new GenericTrackedEventMessage<>(
                message.trackingToken(),
                new GenericEventMessage<>(
                        message.getIdentifier(), news, message.getMetaData(), message.getTimestamp()));
    }

    private static DueNews of(Object event) {
        return switch (event) {
            case DispatchPlanned plan ->
                new Planned(
                        plan.callbacks().stream()
                                .map(callback ->
                                        new Callback(callback.callbackId(), callback.configId(), callback.accountId()))
                                .toList(),
                        plan.plannedBy(),
                        plan.plannedAt());
            case CallbackAttempted attempted ->
                new Attempted(
                        attempted.callbackId(),
                        attempted.subject().configId(),
                        attempted.attempt(),
                        attempted.verdict(),
                        attempted.subject().configVersion(),
                        attempted.subject().accountId(),
                        attempted.timing().startedAt());
            case NotifyConfigChanged changed
            when changed.config().enabled() -> new Awake(changed.configId(), changed.changedAt());
            case NotifyConfigRemoved removed -> new Awake(removed.configId(), removed.removedAt());
            default -> new Nothing();
        };
    }
}
