package io.curtaincall.query.ondemand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.ondemand.OnDemandEvent.Exchange;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One decision whether to record, as the list has it; what the receiver said is told by {@code
 * /v1/on-demand-decisions/{id}}.
 *
 * @param account the domain's owner, null if nobody was
 * @param source {@code receiver}, {@code default} or {@code failure-rule}
 * @param configId whose receiver was to be asked, null if nobody was
 * @param url null when nothing was sent
 * @param httpStatus null when there was no answer
 * @param at when it was recorded; decisions are ordered by it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DecisionRecord(
        String id,
        @Nullable String account,
        String domain,
        String app,
        String stream,
        @Nullable Integer vbitrate,
        @Nullable String codec,
        boolean record,
        String source,
        @Nullable String configId,
        @Nullable Long configVersion,
        @Nullable String url,
        @Nullable Integer httpStatus,
        @Nullable Long totalMillis,
        @Nullable String failure,
        Instant decidedAt,
        Instant at) {

    static DecisionRecord of(OnDemandDecided event, Instant recordedAt) {
        Stream stream = event.stream();
        Exchange exchange = event.exchange();
        return new DecisionRecord(
                event.onDemandId().value(),
                event.owner() == null ? null : event.owner().value(),
                stream.domain(),
                stream.app(),
                stream.stream(),
                stream.vbitrate(),
                stream.codec(),
                event.record(),
                event.source().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                exchange == null ? null : exchange.configId().value(),
                exchange == null ? null : exchange.configVersion(),
                exchange == null || exchange.request() == null
                        ? null
                        : exchange.request().url(),
                exchange != null && exchange.outcome() instanceof Responded answer ? answer.status() : null,
                exchange == null ? null : exchange.timing().totalMillis(),
                event.failure(),
                event.decidedAt(),
                recordedAt);
    }
}
