package io.curtaincall.dispatch.ondemand;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.port.OnDemandFormat;
import io.curtaincall.dialects.port.OnDemandFormat.Answer;
import io.curtaincall.dispatch.format.OnDemandFormats;
import io.curtaincall.dispatch.sending.CallbackRequest;
import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.dispatch.sending.Limits;
import io.curtaincall.dispatch.sending.Target;
import io.curtaincall.dispatch.sending.UserAgent;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Interrupted;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.ondemand.OnDemandEvent.Exchange;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Puts the question to a receiver, in the words of its config's dialect, over the same safe way as callbacks. */
final class Questions {
    private static final int OK = 200;

    private final OnDemandFormats formats;
    private final CallbackSender sender;
    private final Limits limits;
    private final Clock clock;

    Questions(OnDemandFormats formats, CallbackSender sender, Limits limits, Clock clock) {
        this.formats = formats;
        this.sender = sender;
        this.limits = limits;
        this.clock = clock;
    }

    /** What came of it: an answer, or why there is none. */
    record Asked(
            Exchange exchange,
            @Nullable Answer answer,
            @Nullable String failure) {}

    Asked ask(NotifyConfigVersion config, String onDemandUrl, Stream stream) {
        OnDemandFormat format = formats.find(config.format()).orElse(null);
        if (format == null) return notAsked(config, "format " + config.format() + " has no such question");
        CallbackRequest request;
        try {
            String question = format.question(onDemandUrl, words(stream));
            request = CallbackRequest.question(Target.of(question), UserAgent.ofThisBuild(), limits)
                    .onBehalfOf(config.accountId());
        } catch (IllegalArgumentException e) {
            return notAsked(config, "not asked: " + e.getMessage());
        }
        var sent = sender.send(request);
        Exchange exchange = new Exchange(
                config.configId(), config.version(), recorded(request), sent.address(), sent.timing(), sent.outcome());
        return judged(format, exchange);
    }

    private static Asked judged(OnDemandFormat format, Exchange exchange) {
        return switch (exchange.outcome()) {
            case Responded r when r.status() != OK -> new Asked(exchange, null, "HTTP " + r.status());
            case Responded r -> understood(format, exchange, r);
            case Failed failed -> new Asked(exchange, null, failed.message());
            case Interrupted interrupted -> new Asked(exchange, null, interrupted.reason());
        };
    }

    private static Asked understood(OnDemandFormat format, Exchange exchange, Responded response) {
        try {
            String body = new String(Base64.getDecoder().decode(response.body()), StandardCharsets.UTF_8);
            return new Asked(exchange, format.answer(body), null);
        } catch (RuntimeException e) { // whatever a receiver answers, a decision is taken
            String cut = response.truncated() ? ", cut to what is read at most" : "";
            String why = response.bodyError() == null ? e.getMessage() + cut : response.bodyError();
            return new Asked(exchange, null, why);
        }
    }

    /** Nothing is sent; why is kept as the exchange's outcome. */
    Asked notAsked(NotifyConfigVersion config, String why) {
        Outcome outcome = new Failed(FailureClass.NOT_SENT, why);
        Timing timing = new Timing(clock.instant(), null, null, 0);
        return new Asked(new Exchange(config.configId(), config.version(), null, null, timing, outcome), null, why);
    }

    private static OnDemandFormat.Stream words(Stream stream) {
        return new OnDemandFormat.Stream(
                stream.domain(), stream.app(), stream.stream(), stream.vbitrate(), stream.codec());
    }

    private static Request recorded(CallbackRequest request) {
        byte[] body = request.bytes();
        return new Request(
                request.method(), request.target().url(), request.headers(), body.length, Hashes.sha256Hex(body));
    }
}
