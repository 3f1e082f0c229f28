package io.curtaincall.dispatch.intake;

import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import java.time.Instant;

/**
 * A live event that holds every rule of the canonical form.
 *
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
        Instant occurredAt) {}
