package io.curtaincall.dispatch.ondemand;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.ondemand.OnDemandEvent.Exchange;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Source;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A decision as answered.
 *
 * @param leftOut what the caller may not see of it and why
 */
@JsonPropertyOrder({
    "id",
    "record",
    "source",
    "configId",
    "details",
    "failure",
    "stream",
    "exchange",
    "decidedAt",
    "leftOut"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record OnDemandView(
        String id,
        boolean record,
        Source source,
        @Nullable String configId,
        @JsonRawValue @Nullable String details,
        @Nullable String failure,
        Stream stream,
        @Nullable ExchangeView exchange,
        Instant decidedAt,
        @Nullable String leftOut) {
    private static final String BODIES = "details and body: the caller's role is read, they need read-bodies";

    /** The question and its answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExchangeView(
            @Nullable String url,
            @Nullable String address,
            @Nullable Integer status,
            @Nullable String body,
            long totalMillis) {

        static ExchangeView of(Exchange exchange) {
            Responded response = exchange.outcome() instanceof Responded responded ? responded : null;
            return new ExchangeView(
                    exchange.request() == null ? null : exchange.request().url(),
                    exchange.address(),
                    response == null ? null : response.status(),
                    response == null ? null : text(response),
                    exchange.timing().totalMillis());
        }

        ExchangeView withoutBody() {
            return new ExchangeView(url, address, status, null, totalMillis);
        }

        private static String text(Responded response) {
            return new String(Base64.getDecoder().decode(response.body()), StandardCharsets.UTF_8);
        }
    }

    static OnDemandView of(OnDemandDecided decided) {
        Exchange exchange = decided.exchange();
        return new OnDemandView(
                decided.onDemandId().value(),
                decided.record(),
                decided.source(),
                exchange == null ? null : exchange.configId().value(),
                decided.details(),
                decided.failure(),
                decided.stream(),
                exchange == null ? null : ExchangeView.of(exchange),
                decided.decidedAt(),
                null);
    }

    /** For who may see everything but what the receiver said. */
    OnDemandView withoutBodies() {
        ExchangeView bare = exchange == null ? null : exchange.withoutBody();
        return new OnDemandView(id, record, source, configId, null, failure, stream, bare, decidedAt, BODIES);
    }
}
