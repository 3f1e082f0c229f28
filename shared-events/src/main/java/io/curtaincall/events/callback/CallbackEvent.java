package io.curtaincall.events.callback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has happened to one callback. Stored for ever: see docs/events.md before editing. */
public sealed interface CallbackEvent {
    CallbackId callbackId();

    /**
     * One HTTP request of a callback, made or perhaps made.
     *
     * @param attempt 1-based; the event's sequence number is one less, so attempt n is recorded once
     * @param request null when nothing was put together, as for an interrupted attempt
     * @param address the address dialled, null when none was
     * @param delay what held it back, null if nothing did
     * @param signedBy the ids of the config's keys that signed it, newest first; null where none did and in older events
     */
    record CallbackAttempted(
            CallbackId callbackId,
            int attempt,
            Subject subject,
            @Nullable Request request,
            @Nullable String address,
            Timing timing,
            Outcome outcome,
            Verdict verdict,
            @Nullable Delay delay,
            @Nullable List<String> signedBy)
            implements CallbackEvent {

        /** One that nothing signed. */
        public CallbackAttempted(
                CallbackId callbackId,
                int attempt,
                Subject subject,
                @Nullable Request request,
                @Nullable String address,
                Timing timing,
                Outcome outcome,
                Verdict verdict,
                @Nullable Delay delay) {
            this(callbackId, attempt, subject, request, address, timing, outcome, verdict, delay, null);
        }

        /** One that nothing signed and nothing held back. */
        public CallbackAttempted(
                CallbackId callbackId,
                int attempt,
                Subject subject,
                @Nullable Request request,
                @Nullable String address,
                Timing timing,
                Outcome outcome,
                Verdict verdict) {
            this(callbackId, attempt, subject, request, address, timing, outcome, verdict, null, null);
        }
    }

    /**
     * The callback is the next of its lane: those of one config about one stream, where it wants them in order. Stored
     * in the lane's stream, with the plan that has the callback.
     */
    record CallbackQueued(CallbackId callbackId, Instant queuedAt) implements CallbackEvent {}

    /**
     * Why an attempt began later than it might have.
     *
     * @param dueAt when it might have
     * @param by all that held it back, one after another
     */
    record Delay(Instant dueAt, Set<Hold> by) {
        public Delay {
            by = Collections.unmodifiableSet(new TreeSet<>(by));
        }
    }

    /** What may hold an attempt back; none of it is the receiver's failure. */
    enum Hold {
        /** The config's limit of attempts a second. */
        @JsonProperty("rate_limit")
        RATE_LIMIT,
        /** The config's limit of attempts at once, or the installation's. */
        @JsonProperty("concurrency_limit")
        CONCURRENCY_LIMIT,
        /** The receiver failed so often that it was left alone for a while. */
        @JsonProperty("circuit_open")
        CIRCUIT_OPEN,
        /** A former callback about the same stream was not finished. */
        @JsonProperty("order")
        ORDER,
        /** The config was disabled. */
        @JsonProperty("disabled")
        DISABLED
    }

    /** What the callback is about, repeated in each attempt so that a record needs no look-up. */
    record Subject(
            AccountId accountId,
            NotifyConfigId configId,
            long configVersion,
            LiveEventKey key,
            String source,
            String id,
            Topic topic,
            String domain,
            String app,
            String stream) {}

    /**
     * What was sent.
     *
     * @param headers as sent, values of authorization-like ones redacted
     * @param bodySha256 lower-case hex
     * @param body null where it is the planned one: {@code LiveEventReported.cloudEvent}, or what the plan has in its
     *     place
     */
    record Request(
            String method,
            String url,
            Map<String, String> headers,
            int bodyBytes,
            String bodySha256,
            @Nullable String body) {
        /** Stands for a value that is not told. */
        public static final String REDACTED = "(redacted)";

        /** One with the planned body. */
        public Request(String method, String url, Map<String, String> headers, int bodyBytes, String bodySha256) {
            this(method, url, headers, bodyBytes, bodySha256, null);
        }
    }

    /**
     * When it was, all in milliseconds after the start; null where the attempt did not get that far.
     */
    record Timing(
            Instant startedAt,
            @Nullable Long connectedMillis,
            @Nullable Long firstByteMillis,
            long totalMillis) {}
}
