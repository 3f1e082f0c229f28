package io.curtaincall.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.EgressRule;
import io.curtaincall.access.egress.NameResolver;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
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
        return new HttpCallbackSender(PROPERTIES, policy(resolver, rules), resolver, Clock.systemUTC());
    }

    /** One that counts the certificates that the context trusts, and no others. */
    static HttpCallbackSender sender(SSLContext trust, NameResolver resolver, String... rules) {
        return sender(trust, null, resolver, rules);
    }

    /** One that reaches receivers by a proxy. */
    static HttpCallbackSender sender(
            SSLContext trust, @Nullable EgressProxy proxy, NameResolver resolver, String... rules) {
        return new HttpCallbackSender(PROPERTIES, policy(resolver, rules), resolver, Clock.systemUTC(), trust, proxy);
    }

    static EgressPolicy policy(NameResolver resolver, String... rules) {
        return new EgressPolicy(Stream.of(rules).map(EgressRule::parse).toList(), resolver);
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String message(Exchange exchange) {
        assertThat(exchange.outcome()).isInstanceOf(Failed.class);
        return ((Failed) exchange.outcome()).message();
    }

    static byte[] body(Exchange exchange) {
        return Base64.getDecoder().decode(responded(exchange).body());
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
