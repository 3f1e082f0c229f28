package io.curtaincall.dialects.port;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which callback records are asked for, newest first; null is any.
 *
 * @param domains only of these, or of all the account's if none is named; {@link #ofApplication} for relay events
 * @param app the application; for relay events the channel
 * @param stream the stream; for relay events the task
 * @param topics only records of these
 * @param configId only callbacks of this notify config or subscription
 * @param delivered true for those that were, false for all others
 * @param from recorded then or later
 * @param to recorded before
 * @param pageSize 1 to 1,000
 * @param page 1-based
 */
public record RecordsQuestion(
        AccountId account,
        Set<String> domains,
        @Nullable String app,
        @Nullable String stream,
        Set<Topic> topics,
        @Nullable String configId,
        @Nullable Boolean delivered,
        Instant from,
        Instant to,
        int pageSize,
        int page) {

    /** The scope that stands where a domain does in events of an application; no domain name holds a slash. */
    public static String ofApplication(String appId) {
        return "rtc/" + appId;
    }
}
