package io.curtaincall.query.record;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Subject;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Attempts as the dispatch service records them. */
public record Attempts(
        String account,
        String domain,
        String app,
        String stream,
        NotifyConfigId config,
        Topic topic,
        Outcome outcome,
        Verdict verdict) {
    public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    public static final NotifyConfigId CONFIG = new NotifyConfigId("nc-1");

    public static Attempts delivered() {
        return new Attempts(
                "demo",
                "live.example.com",
                "live",
                "match",
                CONFIG,
                Topic.RECORDING_FILE_COMPLETED,
                new Outcome.Responded(200, Map.of("content-type", "text/plain"), "b2s=", false, null),
                new Verdict.Delivered());
    }

    public static Attempts timedOut() {
        return delivered()
                .ending(
                        new Outcome.Failed(Outcome.FailureClass.TIMEOUT, "no answer in 10 s"),
                        new Verdict.RetryAt(NOON.plusSeconds(60), "schedule 1", 0));
    }

    public static Attempts interrupted() {
        return delivered()
                .ending(new Outcome.Interrupted("the process ended"), new Verdict.RetryAt(NOON, "interrupted", 0));
    }

    public Attempts of(String account, String domain, String app, String stream) {
        return new Attempts(account, domain, app, stream, config, topic, outcome, verdict);
    }

    public Attempts configured(NotifyConfigId config) {
        return new Attempts(account, domain, app, stream, config, topic, outcome, verdict);
    }

    public Attempts about(Topic topic) {
        return new Attempts(account, domain, app, stream, config, topic, outcome, verdict);
    }

    public Attempts ending(Outcome outcome, Verdict verdict) {
        return new Attempts(account, domain, app, stream, config, topic, outcome, verdict);
    }

    /** The first attempt for the live event of this id. */
    public CallbackAttempted event(String eventId) {
        return event(eventId, 1);
    }

    public CallbackAttempted event(String eventId, int attempt) {
        LiveEventKey key = LiveEventKey.of("/nodes/test", eventId);
        return new CallbackAttempted(
                CallbackId.of(key, config),
                attempt,
                new Subject(new AccountId(account), config, 3, key, "/nodes/test", eventId, topic, domain, app, stream),
                outcome instanceof Outcome.Interrupted ? null : request(),
                outcome instanceof Outcome.Interrupted ? null : "192.0.2.7",
                new Timing(NOON.minusMillis(25), 3L, 20L, 25),
                outcome,
                verdict);
    }

    /** The first attempt, signed by these keys. */
    public CallbackAttempted signed(String eventId, List<String> keyIds) {
        CallbackAttempted event = event(eventId);
        return new CallbackAttempted(
                event.callbackId(),
                event.attempt(),
                event.subject(),
                event.request(),
                event.address(),
                event.timing(),
                outcome,
                verdict,
                null,
                keyIds);
    }

    /** An attempt whose body is not the planned one. */
    public CallbackAttempted sending(String eventId, int attempt, String body) {
        CallbackAttempted event = event(eventId, attempt);
        Request sent = new Request("POST", "https://customer.example/hook", Map.of(), body.length(), "00ff", body);
        return new CallbackAttempted(
                event.callbackId(), attempt, event.subject(), sent, event.address(), event.timing(), outcome, verdict);
    }

    private static Request request() {
        return new Request(
                "POST",
                "https://customer.example/hook",
                Map.of("webhook-id", "cb", "Authorization", "Bearer planted-secret"),
                512,
                "00ff");
    }
}
