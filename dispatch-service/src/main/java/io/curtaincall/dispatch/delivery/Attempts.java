package io.curtaincall.dispatch.delivery;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.sending.CallbackRequest;
import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.dispatch.sending.Exchange;
import io.curtaincall.dispatch.signing.SignedCallback;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Delay;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Interrupted;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.RetryAt;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes single attempts: decides where to, signs, sends, judges and records. */
final class Attempts {
    /** What is less late than this was not held back. */
    private static final Duration PUNCTUAL = Duration.ofMillis(10);
    /** The same of what comes from the due list, which is looked at now and then. */
    private static final Duration PUNCTUAL_FROM_LIST = Duration.ofMillis(250);

    private final Endpoints endpoints;
    private final EndpointSlots slots;
    private final CallbackSender sender;
    private final AttemptLog log;
    private final Judge judge;
    private final Gate gate;
    private final DeliveryMetrics metrics;
    private final GivenUp givenUp;
    private final LaneQueue lanes;
    private final String userAgent;

    Attempts(
            Endpoints endpoints,
            EndpointSlots slots,
            CallbackSender sender,
            AttemptLog log,
            Judge judge,
            Gate gate,
            DeliveryMetrics metrics,
            GivenUp givenUp,
            LaneQueue lanes,
            String userAgent) {
        this.endpoints = endpoints;
        this.slots = slots;
        this.sender = sender;
        this.log = log;
        this.judge = judge;
        this.gate = gate;
        this.metrics = metrics;
        this.givenUp = givenUp;
        this.lanes = lanes;
        this.userAgent = userAgent;
    }

    /** @return the verdict now on record, or empty if none was made and the callback is left to the due list */
    Optional<Verdict> make(Turn turn, Delivery delivery) {
        return switch (endpoints.of(delivery.configId(), delivery.configsKnownUpTo())) {
            case Endpoint.Open open -> send(turn, delivery, open);
            case Endpoint.Unusable unusable -> {
                Outcome outcome = new Failed(FailureClass.NOT_SENT, unusable.why());
                Verdict verdict = judge.after(delivery, outcome);
                yield record(turn, delivery, notSent(delivery, unusable.version(), outcome, verdict, null));
            }
            case Endpoint.Removed removed -> abandon(turn, delivery, "the notify config was removed");
            case Endpoint.Disabled disabled -> Optional.empty();
            case Endpoint.NotKnownYet notKnownYet -> Optional.empty();
        };
    }

    /** Puts on record that the attempt is not made, and none after it. */
    Optional<Verdict> abandon(Turn turn, Delivery delivery, String why) {
        Outcome outcome = new Failed(FailureClass.NOT_SENT, why);
        long version = delivery.callback().configVersion();
        return record(turn, delivery, notSent(delivery, version, outcome, new Abandoned(why), null));
    }

    Optional<String> tooLate(Delivery delivery) {
        return judge.manners()
                .of(delivery.callback())
                .policy()
                .tooLate(delivery.attempt(), delivery.since(), judge.clock().instant());
    }

    /** Puts on record that the attempt may have been under way when its process ended; another follows at once. */
    Optional<Verdict> interrupted(Turn turn, Delivery delivery, String reason) {
        Outcome outcome = new Interrupted(reason);
        Verdict verdict = judge.after(delivery, outcome);
        Set<Hold> by = turn.heldBefore(delivery.attempt());
        Delay delay = by.isEmpty() ? null : new Delay(delivery.due(), by);
        return record(turn, delivery, notSent(delivery, delivery.callback().configVersion(), outcome, verdict, delay));
    }

    private Optional<Verdict> send(Turn turn, Delivery delivery, Endpoint.Open endpoint) {
        if (!gate.isOpen()) return Optional.empty();
        Pass pass = slots.takeOff(turn, delivery, endpoint).orElse(null);
        if (pass == null) return Optional.empty();
        Optional<String> tooLate = tooLate(delivery);
        if (tooLate.isPresent()) {
            slots.landed(turn, pass, null);
            return abandon(turn, delivery, tooLate.get());
        }
        Prepared prepared;
        Exchange exchange = null;
        try {
            if (!gate.isOpen() || !turn.startSending()) return Optional.empty();
            prepared = prepared(delivery, endpoint);
            exchange = sender.send(prepared.request());
        } finally {
            slots.landed(turn, pass, exchange == null ? null : exchange.outcome());
        }
        Outcome outcome = turn.startRecording() ? cutShort(exchange.outcome()) : exchange.outcome();
        return record(
                turn,
                delivery,
                new CallbackAttempted(
                        delivery.callbackId(),
                        delivery.attempt(),
                        delivery.subject(endpoint.version()),
                        recorded(prepared.request(), delivery),
                        exchange.address(),
                        exchange.timing(),
                        outcome,
                        judge.after(delivery, outcome),
                        delay(turn, delivery, exchange.timing().startedAt()),
                        prepared.signedBy()));
    }

    /** What is due for a while may have been held back before it was taken up, perhaps by what holds its receiver's all. */
    private @Nullable Delay delay(Turn turn, Delivery delivery, Instant startedAt) {
        Duration late = Duration.between(delivery.due(), startedAt);
        Set<Hold> by = EnumSet.copyOf(turn.heldBy());
        by.addAll(turn.heldBefore(delivery.attempt()));
        boolean waitedInList = turn.isFromDueList() && late.compareTo(PUNCTUAL_FROM_LIST) > 0;
        if (waitedInList) by.addAll(slots.heldSince(delivery.configId(), delivery.due()));
        return late.compareTo(PUNCTUAL) > 0 && !by.isEmpty() ? new Delay(delivery.due(), by) : null;
    }

    private static Outcome cutShort(Outcome outcome) {
        return outcome instanceof Responded ? outcome : new Interrupted("the process was stopped during the exchange");
    }

    /** @param signedBy the ids of the keys that signed, null if none did */
    private record Prepared(
            CallbackRequest request, @Nullable List<String> signedBy) {}

    private Prepared prepared(Delivery delivery, Endpoint.Open endpoint) {
        SignedCallback signed = endpoint.signer()
                .sign(delivery.callbackId().value(), judge.clock().instant(), delivery.body());
        CallbackRequest request = CallbackRequest.callback(
                        endpoint.target(), signed.headers(), delivery.contentType(), signed.body(), userAgent)
                .with(endpoint.passport())
                .onBehalfOf(delivery.callback().accountId())
                .within(judge.manners().of(delivery.callback()).limits());
        return new Prepared(request, signed.keyIds().isEmpty() ? null : signed.keyIds());
    }

    /** The body that is the planned one is stored with the plan already. */
    private static Request recorded(CallbackRequest request, Delivery delivery) {
        byte[] body = request.bytes();
        return new Request(
                request.method(),
                request.target().url(),
                request.recordedHeaders(),
                body.length,
                Hashes.sha256Hex(body),
                request.body().equals(delivery.body()) ? null : request.body());
    }

    private CallbackAttempted notSent(
            Delivery delivery, long configVersion, Outcome outcome, Verdict verdict, @Nullable Delay delay) {
        return new CallbackAttempted(
                delivery.callbackId(),
                delivery.attempt(),
                delivery.subject(configVersion),
                null,
                null,
                new Timing(judge.clock().instant(), null, null, 0),
                outcome,
                verdict,
                delay);
    }

    private Optional<Verdict> record(Turn turn, Delivery delivery, CallbackAttempted event) {
        turn.startRecording();
        try {
            if (!log.record(event, gate::isGivenUp)) return Optional.empty();
            metrics.attempted(event);
            if (DeliveryPolicy.isGone(event.outcome())) {
                endpoints.refuse(delivery.configId(), event.subject().configVersion());
            }
            givenUp.attempted(event);
            if (!(event.verdict() instanceof RetryAt)) lanes.finished(delivery);
            return Optional.of(event.verdict());
        } finally {
            turn.heldBy().clear();
            turn.waitAgain();
        }
    }
}
