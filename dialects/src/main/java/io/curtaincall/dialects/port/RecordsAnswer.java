package io.curtaincall.dialects.port;

import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of callback records.
 *
 * @param total how many records match, on all pages; exact
 */
public record RecordsAnswer(List<Attempt> attempts, long total) {
    /**
     * One attempt of one callback.
     *
     * @param startedAt when it began
     * @param at when its outcome was recorded
     * @param method of the HTTP request, null when nothing was sent
     * @param url null when nothing was sent
     * @param requestHeaders as sent, secrets redacted; empty when nothing was sent
     * @param requestBody what the receiver got, or would have
     * @param description {@code success}, or what went wrong
     * @param status null when there was no answer
     * @param responseHeaders as received; empty when there was no answer
     * @param responseBody null when there was no answer
     */
    public record Attempt(
            String callbackId,
            String configId,
            int attempt,
            Topic topic,
            String domain,
            String app,
            String stream,
            Instant startedAt,
            Instant at,
            @Nullable String method,
            @Nullable String url,
            Map<String, String> requestHeaders,
            String requestBody,
            boolean delivered,
            String description,
            @Nullable Integer status,
            Map<String, String> responseHeaders,
            @Nullable String responseBody,
            long totalMillis) {}
}
