package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.delivery.DueNews.Attempted;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Subject;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointGivenUp;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.time.Clock;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who owns the configs which receivers are given up: once for each version of a config. */
final class GivenUp {
    static final String GONE = "the receiver answered 410 Gone";
    private static final Logger log = LoggerFactory.getLogger(GivenUp.class);

    private final EventAppender appender;
    private final Clock clock;

    GivenUp(EventAppender appender, Clock clock) {
        this.appender = appender;
        this.clock = clock;
    }

    /** A receiver that says that it is gone, says so to the next callback too if this cannot be told now. */
    void attempted(CallbackAttempted attempt) {
        if (!DeliveryPolicy.isGone(attempt.outcome())) return;
        try {
            report(attempt.subject(), GONE);
        } catch (RuntimeException e) {
            log.warn("config {} is not disabled yet: {}", attempt.subject().configId(), e.toString());
        }
    }

    /** @throws RuntimeException if it could not be stored */
    void report(Attempted last, String reason) {
        append(new EndpointGivenUp(last.configId(), last.configVersion(), last.accountId(), reason, clock.instant()));
    }

    private void report(Subject subject, String reason) {
        append(new EndpointGivenUp(
                subject.configId(), subject.configVersion(), subject.accountId(), reason, clock.instant()));
    }

    private void append(EndpointGivenUp event) {
        try {
            appender.append(List.of(new NewEvent("Endpoint", event.streamId(), 0, event)));
        } catch (ConcurrencyException e) {
            log.debug("{} is given up already", event.streamId());
        }
    }
}
