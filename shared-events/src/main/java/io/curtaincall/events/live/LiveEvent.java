package io.curtaincall.events.live;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was reported of a stream and what was decided about it. Stored for ever: see docs/events.md before editing. */
public sealed interface LiveEvent {
    LiveEventKey key();

    /**
     * @param source CloudEvents source; with {@code id} the identity of the fact
     * @param owner the account that owned the domain, null if nobody did
     * @param cloudEvent the canonical CloudEvent as JSON, byte for byte what receivers of format
     *     {@code curtaincall} get
     * @param occurredAt when it happened by the sender's clock
     * @param reportedAt when it was accepted by ours
     */
    record LiveEventReported(
            LiveEventKey key,
            String source,
            String id,
            Topic topic,
            String domain,
            String app,
            String stream,
            @Nullable AccountId owner,
            String cloudEvent,
            Instant occurredAt,
            Instant reportedAt)
            implements LiveEvent {}

    /**
     * Follows {@link LiveEventReported} in the same append.
     *
     * @param configsKnownUpTo position in the event store up to which notify configs were known
     * @param plannedBy the process that took the event and delivers first, see docs/architecture.md
     */
    record DispatchPlanned(
            LiveEventKey key,
            List<PlannedCallback> callbacks,
            List<Skipped> skipped,
            long configsKnownUpTo,
            String plannedBy,
            Instant plannedAt)
            implements LiveEvent {}

    /**
     * One callback to make, as its config stood when the event was accepted.
     *
     * @param content what is sent, null where it is {@link LiveEventReported#cloudEvent} itself
     * @param schedule the config's own waits after the first attempts, in plans made before there was {@code retry}
     * @param retry when it is tried again, null for as the format and the installation say
     * @param order which callback it waits for, null if for none
     */
    record PlannedCallback(
            CallbackId callbackId,
            NotifyConfigId configId,
            long configVersion,
            AccountId accountId,
            String url,
            String format,
            @Nullable Content content,
            @Nullable List<Duration> schedule,
            @Nullable Retry retry,
            @Nullable InOrder order) {
        /** One that waits for no other. */
        public PlannedCallback(
                CallbackId callbackId,
                NotifyConfigId configId,
                long configVersion,
                AccountId accountId,
                String url,
                String format,
                @Nullable Content content,
                @Nullable List<Duration> schedule,
                @Nullable Retry retry) {
            this(callbackId, configId, configVersion, accountId, url, format, content, schedule, retry, null);
        }

        /** One that sends the CloudEvent itself, again as usual. */
        public PlannedCallback(
                CallbackId callbackId,
                NotifyConfigId configId,
                long configVersion,
                AccountId accountId,
                String url,
                String format) {
            this(callbackId, configId, configVersion, accountId, url, format, null, null, null);
        }

        /** The same at its place in the order. */
        public PlannedCallback at(InOrder place) {
            return new PlannedCallback(
                    callbackId, configId, configVersion, accountId, url, format, content, schedule, retry, place);
        }

        /** When it is tried again, whenever it was planned. */
        public Optional<Retry> terms() {
            if (retry != null) return Optional.of(retry);
            return Optional.ofNullable(schedule).map(Retry::new);
        }
    }

    /**
     * A callback's place among those of its config about its stream.
     *
     * @param lane the stream of events that says which they are
     * @param number its sequence number there
     * @param after the one before it, null for the first
     */
    record InOrder(String lane, long number, @Nullable CallbackId after) {}

    /** What every attempt of a callback sends, byte for byte. */
    record Content(String contentType, String body) {}

    /** A config that is not called and why; without a config, why nobody is. */
    record Skipped(@Nullable NotifyConfigId configId, String reason) {}
}
