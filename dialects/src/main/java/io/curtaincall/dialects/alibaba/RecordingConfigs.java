package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.events.live.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    static boolean signs(DialectConfig config) {
        return !config.signing().equals(UNSIGNED);
    }

    DialectConfig added(Call call) {
        ConfigScope scope = scope(call);
        DialectConfig nothingYet =
                new DialectConfig(scope, "", AlibabaCallbackFormat.FILE_TOPICS, UNSIGNED, null, null);
        return change(call).apply(nothingYet);
    }

    /**
     * What is not sent stays; an empty {@code OnDemandUrl} or {@code NotifyAuthKey} takes the known one away.
     *
     * @throws AlibabaRefusal at once, if what is sent does not hold whatever is known
     */
    UnaryOperator<DialectConfig> change(Call call) {
        Parameters parameters = call.parameters();
        String url = parameters.required(NOTIFY_URL);
        requireSafe(NOTIFY_URL, url);
        parameters.text(ON_DEMAND_URL).ifPresent(onDemandUrl -> requireSafe(ON_DEMAND_URL, onDemandUrl));
        requireKey(parameters);
        Optional<Set<Topic>> topics = parameters
                .flag("NeedStatusNotify")
                .map(status -> status ? AlibabaCallbackFormat.ALL_TOPICS : AlibabaCallbackFormat.FILE_TOPICS);
        Optional<Boolean> signed = parameters.flag("NotifyReqAuth");
        return known -> {
            String key = sentOr(parameters, AUTH_KEY, known.key());
            boolean signs =
                    signed.orElseGet(() -> key != null && (!isSwitchedOff(known) || isSent(parameters, AUTH_KEY)));
            if (signs && key == null) throw parameters.missing(AUTH_KEY);
            return new DialectConfig(
                    known.scope(),
                    url,
                    topics.orElse(known.topics()),
                    signs ? AlibabaCallbackFormat.SIGNING : UNSIGNED,
                    key,
                    sentOr(parameters, ON_DEMAND_URL, known.onDemandUrl()));
        };
    }

    /** {@code NotifyReqAuth} said no, which keeps the key for when it says yes again. */
    private static boolean isSwitchedOff(DialectConfig known) {
        return known.key() != null && !signs(known);
    }

    private static boolean isSent(Parameters parameters, String name) {
        return parameters.text(name).isPresent();
    }

    private static void requireKey(Parameters parameters) {
        boolean holds =
                parameters.text(AUTH_KEY).map(key -> KEY.matcher(key).matches()).orElse(true);
        if (!holds) throw parameters.invalid(AUTH_KEY, "must be 16 to 32 letters and digits");
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
