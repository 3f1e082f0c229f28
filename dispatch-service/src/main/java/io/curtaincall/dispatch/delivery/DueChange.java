package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events means for one row of the due list.
 *
 * @param plannedAt when it was planned, null if the batch does not say
 * @param fresh whether the plan itself is in the batch, so that there is no row yet
 * @param finished whether nothing follows any more
 * @param holder who holds it if the row is new
 * @param released whether it is anybody's from now on
 */
record DueChange(
        CallbackId callbackId,
        NotifyConfigId configId,
        AccountId accountId,
        int attempt,
        Instant dueAt,
        @Nullable Instant plannedAt,
        @Nullable String holder,
        boolean fresh,
        boolean finished,
        boolean released) {

    static DueChange planned(DueNews.Callback callback, String plannedBy, Instant at) {
        return new DueChange(
                callback.callbackId(),
                callback.configId(),
                callback.accountId(),
                1,
                at,
                at,
                plannedBy,
                true,
                false,
                false);
    }

    /** What the attempt makes of the row, or of what the batch has said of it so far. */
    static DueChange attempted(DueNews.Attempted event, @Nullable DueChange before) {
        boolean released = !DeliveryPolicy.staysInHand(event.verdict());
        return new DueChange(
                event.callbackId(),
                event.configId(),
                event.accountId(),
                event.attempt() + 1,
                event.verdict() instanceof RetryAt retry ? retry.at() : Instant.EPOCH,
                before == null ? null : before.plannedAt(),
                released || before == null ? null : before.holder(),
                before != null && before.fresh(),
                !(event.verdict() instanceof RetryAt),
                released || (before != null && before.released()));
    }

    /** Planned and finished within the batch: the healthy case, which costs no write. */
    boolean cancelsOut() {
        return fresh && finished;
    }
}
