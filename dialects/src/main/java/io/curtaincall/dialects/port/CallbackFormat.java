package io.curtaincall.dialects.port;

import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one dialect words and signs a callback. Pure: the same arguments give the same bytes. */
public interface CallbackFormat {
    /** As it stands in a notify config. */
    String name();

    /** What a receiver of this format can be told of. */
    Set<Topic> topics();

    /** The body, and its type. It is stored with the plan, so that every attempt sends the same bytes. */
    Content content(LiveEventReported event, Recipient recipient);

    /**
     * The headers that prove who sent it and when.
     *
     * @param host of the URL, as it stands there, without the port
     * @param key null if the config has none
     */
    Map<String, String> signature(String host, Instant at, @Nullable String key, byte[] body);

    /** When a callback of this format is tried again. */
    Preset preset();

    record Content(String contentType, String body) {}

    record Recipient(String callbackId, String configId) {}

    /**
     * @param timeout for the whole exchange
     * @param quickAttempts how many attempts are made before the durable schedule
     * @param quickWait between two of them
     * @param schedule the waits after those, null for the installation's
     */
    record Preset(
            Duration timeout,
            int quickAttempts,
            Duration quickWait,
            @Nullable List<Duration> schedule,
            Success success) {}

    /** The statuses by which a receiver says that it has the callback. */
    enum Success {
        ANY_2XX {
            @Override
            public boolean is(int status) {
                return status / 100 == 2;
            }
        },

        ONLY_200 {
            @Override
            public boolean is(int status) {
                return status == 200;
            }
        };

        public abstract boolean is(int status);
    }
}
