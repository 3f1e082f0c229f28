package io.curtaincall.events.ondemand;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a stream is to be recorded. Stored for ever: see docs/events.md before editing. */
public sealed interface OnDemandEvent {
    OnDemandId onDemandId();

    /**
     * The control plane asked, and this is what it was told.
     *
     * @param owner the account that owned the domain, null if nobody did
     * @param exchange with the receiver that was asked, null if nobody was
     * @param source where the decision comes from
     * @param details what else the receiver answered, as JSON; null for nothing
     * @param failure why no answer could be had, null if one was or nobody was asked
     */
    record OnDemandDecided(
            OnDemandId onDemandId,
            Stream stream,
            @Nullable AccountId owner,
            @Nullable Exchange exchange,
            boolean record,
            Source source,
            @Nullable String details,
            @Nullable String failure,
            Instant decidedAt)
            implements OnDemandEvent {}

    /** What the control plane knows of the stream. */
    record Stream(
            String domain,
            String app,
            String stream,
            @Nullable Integer vbitrate,
            @Nullable String codec) {}

    /**
     * The question put to a receiver and what came of it.
     *
     * @param request null when nothing was put together
     * @param address the address dialled, null when none was
     */
    record Exchange(
            NotifyConfigId configId,
            long configVersion,
            @Nullable Request request,
            @Nullable String address,
            Timing timing,
            Outcome outcome) {}

    /** Where a decision comes from. */
    enum Source {
        /** The receiver's answer. */
        @JsonProperty("receiver")
        RECEIVER,
        /** Nobody is to be asked. */
        @JsonProperty("default")
        DEFAULT,
        /** No answer could be had, and this is what the config says then. */
        @JsonProperty("failure-rule")
        FAILURE_RULE
    }
}
