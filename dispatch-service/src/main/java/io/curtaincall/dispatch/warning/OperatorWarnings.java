package io.curtaincall.dispatch.warning;

import io.curtaincall.dispatch.sending.CallbackRequest;
import io.curtaincall.dispatch.sending.CallbackSender;
import io.curtaincall.dispatch.sending.Exchange;
import io.curtaincall.dispatch.sending.Target;
import io.curtaincall.dispatch.sending.UserAgent;
import io.curtaincall.dispatch.signing.SigningKey;
import io.curtaincall.dispatch.signing.StandardWebhooks;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a config was disabled because its receiver was given up, then warn the operator, until that was taken. */
@ProcessingGroup(OperatorWarnings.PROCESSOR)
class OperatorWarnings {
    private static final Logger log = LoggerFactory.getLogger(OperatorWarnings.class);
    static final String PROCESSOR = "dispatch.operator-warnings";
    private static final String CONTENT_TYPE = "application/cloudevents+json";

    private final Target hook;
    private final SigningKey key;
    private final CallbackSender sender;
    private final Clock clock;

    OperatorWarnings(OperatorHookProperties properties, CallbackSender sender, Clock clock) {
        hook = Target.of(properties.url());
        key = SigningKey.ofSecret(properties.secret());
        this.sender = sender;
        this.clock = clock;
    }

    /** The same id however often it is sent. */
    @EventHandler
    void on(NotifyConfigDisabled event) {
        String id = "disabled_" + event.configId() + "_" + event.config().version();
        String body = Warning.of(id, event);
        Map<String, String> signature =
                StandardWebhooks.headers(List.of(key), id, clock.instant(), body.getBytes(StandardCharsets.UTF_8));
        Exchange exchange =
                sender.send(CallbackRequest.callback(hook, signature, CONTENT_TYPE, body, UserAgent.ofThisBuild()));
        if (exchange.rule() != null) log.info("the operator's hook was called at {} for {}", exchange.address(), id);
        Outcome outcome = exchange.outcome();
        if (outcome instanceof Responded responded && responded.status() / 100 == 2) return;
        throw new IllegalStateException("the operator's hook has not taken " + id + ": " + told(outcome));
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Responded responded -> "HTTP " + responded.status();
            case Failed failed -> failed.message();
            case Outcome.Interrupted interrupted -> interrupted.reason();
        };
    }
}
