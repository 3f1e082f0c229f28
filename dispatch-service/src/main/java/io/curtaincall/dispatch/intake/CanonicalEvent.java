package io.curtaincall.dispatch.intake;

import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import java.time.Instant;

/**
 * A live event that holds every rule of the canonical form.
 *
 * @param domain in lower case, as configs name it
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
