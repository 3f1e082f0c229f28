package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.events.live.Topic;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads recording notify configs from parameters: one for each domain and all its applications. */
@Component("alibabaRecordingConfigs")
final class RecordingConfigs {
    private static final String UNSIGNED = "none";
    private static final String NOTIFY_URL = "NotifyUrl";
    private static final String ON_DEMAND_URL = "OnDemandUrl";
    private static final String AUTH_KEY = "NotifyAuthKey";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{16,32}");

    private final EgressPolicy egress;

    RecordingConfigs(EgressPolicy egress) {
        this.egress = egress;
    }

    static ConfigScope scope(Call call) {
        return new ConfigScope(call.account(), AlibabaCallbackFormat.NAME, DomainName.of(call.parameters()), "*");
    }

    static boolean tellsStatus(DialectConfig config) {
        return config.topics().contains(Topic.RECORDING_STARTED);
    }

    DialectConfig added(Call call) {
        return read(scope(call), call.parameters(), AlibabaCallbackFormat.FILE_TOPICS, null, null);
    }

    /** What is not sent stays; an empty {@code OnDemandUrl} or {@code NotifyAuthKey} takes the known one away. */
    DialectConfig changed(DialectConfig known, Call call) {
        return read(known.scope(), call.parameters(), known.topics(), known.onDemandUrl(), known.key());
    }

    private DialectConfig read(
            ConfigScope scope,
            Parameters parameters,
            Set<Topic> knownTopics,
            @Nullable String knownOnDemandUrl,
            @Nullable String knownKey) {
        String url = parameters.required(NOTIFY_URL);
        requireSafe(NOTIFY_URL, url);
        String onDemandUrl = sentOr(parameters, ON_DEMAND_URL, knownOnDemandUrl);
        if (onDemandUrl != null) requireSafe(ON_DEMAND_URL, onDemandUrl);
        Set<Topic> topics = parameters
                .flag("NeedStatusNotify")
                .map(status -> status ? AlibabaCallbackFormat.ALL_TOPICS : AlibabaCallbackFormat.FILE_TOPICS)
                .orElse(knownTopics);
        String key = key(parameters, knownKey);
        return new DialectConfig(
                scope, url, topics, key == null ? UNSIGNED : AlibabaCallbackFormat.SIGNING, key, onDemandUrl);
    }

    /** A key signs unless {@code NotifyReqAuth} says no, which forgets it. */
    private static @Nullable String key(Parameters parameters, @Nullable String known) {
        String key = sentOr(parameters, AUTH_KEY, known);
        boolean sent = parameters.text(AUTH_KEY).isPresent();
        if (sent && !KEY.matcher(parameters.required(AUTH_KEY)).matches()) {
            throw parameters.invalid(AUTH_KEY, "must be 16 to 32 letters and digits");
        }
        boolean wanted = parameters.flag("NotifyReqAuth").orElse(key != null);
        if (wanted && key == null) throw parameters.missing(AUTH_KEY);
        return wanted ? key : null;
    }

    private static @Nullable String sentOr(Parameters parameters, String name, @Nullable String known) {
        String sent = parameters.raw(name).orElse(null);
        if (sent == null) return known;
        return sent.isEmpty() ? null : sent;
    }

    /** The documents have codes for the first URL only; the message says which one is meant. */
    private void requireSafe(String name, String url) {
        egress.checkUrl(url).ifPresent(refusal -> {
            String kind = refusal.malformed() ? "Malformed" : "Unsafe";
            String why = refusal.malformed() ? " is invalid." : " is not safe.";
            throw new AlibabaError(400, "InvalidNotifyUrl." + kind, "Specified " + name + why).refused();
        });
    }
}
