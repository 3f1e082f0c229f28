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

    /**
     * The messages that tell a receiver of an event, by their names, each a callback of its own.
     *
     * @param wording the config's
     */
    default List<String> messages(LiveEventReported event, Map<String, String> wording) {
        return List.of(Recipient.ONLY_MESSAGE);
    }

    /** The body without a signature, and its type. It is stored with the plan, so that every attempt sends the same. */
    Content content(LiveEventReported event, Recipient recipient);

    /** What proves who sends it and when: in headers, or within the body. */
    Signed sign(Unsigned attempt);

    /** The headers that {@link #sign} may make, or that receivers of this format know as such. */
    default Set<String> headers() {
        return Set.of();
    }

    /** Whether a config of an application's own name keeps the config of all the domain's from being called for it. */
    default boolean ownAppOnly() {
        return false;
    }

    /** When a callback of this format is tried again. */
    Preset preset();

    record Content(String contentType, String body) {}

    /**
     * @param wording the config's, as the dialect gave it
     * @param message which of the event's messages it is
     */
    record Recipient(String callbackId, String configId, Map<String, String> wording, String message) {
        /** The name of a message that is the only one. */
        public static final String ONLY_MESSAGE = "";

        public Recipient {
            wording = Map.copyOf(wording);
        }

        public Recipient(String callbackId, String configId) {
            this(callbackId, configId, Map.of(), ONLY_MESSAGE);
        }
    }

    /**
     * An attempt that is about to be made.
     *
     * @param host of the URL, as it stands there, without the port
     * @param scheme the config's, {@code none} if callbacks are not signed
     * @param key null if the config has none, or is not to sign
     * @param body as planned
     */
    record Unsigned(
            String host,
            Instant at,
            String scheme,
            @Nullable String key,
            String body) {
        @Override
        public String toString() {
            return "Unsigned[" + host + ", " + at + ", " + scheme + "]";
        }
    }

    /** @param body the planned one, unless the signature stands in it */
    record Signed(Map<String, String> headers, String body) {}

    /**
     * @param timeout for the whole exchange
     * @param quickAttempts how many attempts are made before the durable schedule
     * @param quickWait between two of them
     * @param schedule the waits after those, null for the installation's
     * @param deadline how long after the first attempt the last may begin, null for as long as there are attempts
     */
    record Preset(
            Duration timeout,
            int quickAttempts,
            Duration quickWait,
            @Nullable List<Duration> schedule,
            @Nullable Duration deadline,
            Success success) {

        /** One that ends when no attempt is left. */
        public Preset(
                Duration timeout,
                int quickAttempts,
                Duration quickWait,
                @Nullable List<Duration> schedule,
                Success success) {
            this(timeout, quickAttempts, quickWait, schedule, null, success);
        }
    }

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
