package io.curtaincall.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.EgressRule;
import io.curtaincall.access.egress.NameResolver;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** A sender that is soon out of patience, a callback for it, and what came of it. */
final class SenderUnderTest {
    private static final SendingProperties PROPERTIES = new SendingProperties(
            Duration.ofSeconds(4),
            Duration.ofSeconds(2),
            DataSize.ofKilobytes(64),
            DataSize.ofKilobytes(64),
            Duration.ofSeconds(20),
            4);

    private SenderUnderTest() {}

    static CallbackRequest request(String url) {
        return CallbackRequest.callback(
                Target.of(url), Map.of("webhook-id", "cb"), "application/json", "{\"é\":1}", "Curtaincall/test");
    }

    static HttpCallbackSender sender(NameResolver resolver, String... rules) {
        List<EgressRule> allowed =
                List.of(rules).stream().map(EgressRule::parse).toList();
        return new HttpCallbackSender(PROPERTIES, new EgressPolicy(allowed, resolver), resolver, Clock.systemUTC());
    }

    static Responded responded(Exchange exchange) {
        assertThat(exchange.outcome()).isInstanceOf(Responded.class);
        return (Responded) exchange.outcome();
    }

    static FailureClass failure(Exchange exchange) {
        assertThat(exchange.outcome()).asInstanceOf(type(Failed.class)).isNotNull();
        return ((Failed) exchange.outcome()).failure();
    }
}
