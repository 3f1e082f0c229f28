package io.curtaincall.config.notifyconfig;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A notify config as answered; the secret only to the request that made it. */
@JsonPropertyOrder({
    "id",
    "version",
    "accountId",
    "domain",
    "app",
    "channels",
    "url",
    "topics",
    "format",
    "signing",
    "enabled",
    "disabled",
    "onDemand",
    "retry",
    "limits",
    "headers",
    "tls"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotifyConfigView(
        String id,
        long version,
        String accountId,
        String domain,
        String app,
        String url,
        List<String> topics,
        String format,
        SigningView signing,
        boolean enabled,
        @Nullable OnDemand onDemand,
        @Nullable List<String> channels,
        @Nullable RetryView retry,
        @Nullable LimitsView limits,
        @Nullable Map<String, String> headers,
        @Nullable TlsView tls,
        @Nullable DisabledView disabled) {

    /** Why and since when nobody is called, though its owner did not say so. */
    @JsonPropertyOrder({"reason", "at"})
    record DisabledView(String reason, Instant at) {}

    @JsonPropertyOrder({"preset", "quick", "schedule", "timeout", "deadline"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RetryView(
            @Nullable String preset,
            @Nullable QuickView quick,
            @Nullable List<String> schedule,
            @Nullable String timeout,
            @Nullable String deadline) {
        static RetryView of(Retry retry) {
            return new RetryView(
                    retry.preset(),
                    retry.quick() == null ? null : QuickView.of(retry.quick()),
                    retry.schedule() == null
                            ? null
                            : retry.schedule().stream().map(Duration::toString).toList(),
                    Objects.toString(retry.timeout(), null),
                    Objects.toString(retry.deadline(), null));
        }
    }

    @JsonPropertyOrder({"perSecond", "concurrent", "inOrder"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LimitsView(@Nullable Integer perSecond, @Nullable Integer concurrent, boolean inOrder) {
        static LimitsView of(Limits limits) {
            return new LimitsView(limits.perSecond(), limits.concurrent(), limits.inOrder());
        }
    }

    @JsonPropertyOrder({"attempts", "base", "max", "jitter"})
    record QuickView(int attempts, String base, String max, double jitter) {
        static QuickView of(Quick quick) {
            return new QuickView(
                    quick.attempts(), quick.base().toString(), quick.max().toString(), quick.jitter());
        }
    }

    static NotifyConfigView of(NotifyConfigVersion config, Optional<NotifyConfigDisabled> disabled, Instant now) {
        DisabledView why = disabled.map(off -> new DisabledView(off.reason(), off.disabledAt()))
                .orElse(null);
        return of(config, null, why, now);
    }

    static NotifyConfigView ofNew(NotifyConfigVersion config, String secret, Instant now) {
        return of(config, secret, null, now);
    }

    private static NotifyConfigView of(
            NotifyConfigVersion config, @Nullable String secret, @Nullable DisabledView disabled, Instant now) {
        List<String> topics =
                config.topics().stream().sorted().map(Topic::wireName).toList();
        return new NotifyConfigView(
                config.configId().value(),
                config.version(),
                config.accountId().value(),
                config.domain(),
                config.app(),
                config.url(),
                topics,
                config.format(),
                SigningView.of(config.signing(), secret, now),
                config.enabled(),
                config.onDemand(),
                config.channels(),
                config.retry() == null ? null : RetryView.of(config.retry()),
                config.limits() == null ? null : LimitsView.of(config.limits()),
                headers(config.sending()),
                tls(config.sending()),
                disabled);
    }

    /** Their names, each with the mark that stands for its value. */
    private static @Nullable Map<String, String> headers(@Nullable Sending sending) {
        if (sending == null || sending.headers().isEmpty()) return null;
        Map<String, String> marked = new TreeMap<>();
        sending.headers().keySet().forEach(name -> marked.put(name, HeadersReader.MARK));
        return marked;
    }

    private static @Nullable TlsView tls(@Nullable Sending sending) {
        return sending == null || sending.tls() == null ? null : TlsView.of(sending.tls());
    }
}
