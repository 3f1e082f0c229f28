package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import java.time.Instant;

/**
 * A live event that holds every rule of the canonical form.
 *
 * @param key as if the operator had reported it; see {@link #reportedBy}
 * @param domain as configs name it: in lower case, or {@code rtc/<application>} with the channel for an app and the
 *     task for a stream
 * @param json the CloudEvent as it is stored and sent to receivers
 */
public record CanonicalEvent(
        LiveEventKey key,
        String source,
        String id,
        Topic topic,
        String domain,
        String app,
        String stream,
        String json,
        Instant occurredAt) {

    /** The same event in the reporter's name space of (source, id). */
    CanonicalEvent reportedBy(Caller caller) {
        AccountId account = caller instanceof AccountCaller own ? own.accountId() : null;
        if (caller.rights().isLimitedToDomains()) return with(LiveEventKey.ofLimited(account, domain, source, id));
        return account == null ? this : with(LiveEventKey.of(account, source, id));
    }

    private CanonicalEvent with(LiveEventKey own) {
        return new CanonicalEvent(own, source, id, topic, domain, app, stream, json, occurredAt);
    }
}
