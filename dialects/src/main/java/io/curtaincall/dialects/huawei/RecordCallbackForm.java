package io.curtaincall.dialects.huawei;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.events.account.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads recording callback configurations from bodies. */
@Component
final class RecordCallbackForm {
    static final int LONGEST_DOMAIN = 255;
    static final int LONGEST_APP = 128;
    private static final int LONGEST_KEY = 255;
    private static final Pattern HOST_NAME = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*+");

    private final EgressPolicy egress;

    RecordCallbackForm(EgressPolicy egress) {
        this.egress = egress;
    }

    DialectConfig added(Call call) {
        JsonFields body = call.body();
        RecordCallback nothingYet = RecordCallback.nothingYet(
                scope(call.accountId(), body), call.account().projectId(), body.required("app"));
        return sent(body).over(nothingYet).config();
    }

    /**
     * What is not sent stays; an empty {@code key} takes the known one away.
     *
     * @throws HuaweiRefusal at once, if what is sent does not hold whatever is known
     */
    UnaryOperator<DialectConfig> change(Call call) {
        JsonFields body = call.body();
        ConfigScope scope = scope(call.accountId(), body);
        Sent sent = sent(body);
        return known -> {
            if (!scope.equals(known.scope())) {
                throw HuaweiError.illegal("publish_domain and app cannot be changed")
                        .refused();
            }
            return sent.over(RecordCallback.of(known)).config();
        };
    }

    /** What a body says, null where it says nothing. */
    private record Sent(
            String app,
            @Nullable String url,
            @Nullable List<EventType> events,
            @Nullable SignType signType,
            @Nullable String key) {

        RecordCallback over(RecordCallback known) {
            return new RecordCallback(
                    known.scope(),
                    known.project(),
                    app,
                    url == null ? known.url() : url,
                    events == null ? known.events() : events,
                    events == null ? known.topics() : EventType.topics(events),
                    signType == null ? known.signType() : signType,
                    key == null ? known.key() : key.isEmpty() ? null : key);
        }

        @Override
        public String toString() {
            return "Sent[" + app + ", " + url + "]";
        }
    }

    private Sent sent(JsonFields body) {
        return new Sent(
                body.required("app"),
                url(body).orElse(null),
                events(body).orElse(null),
                signType(body).orElse(null),
                key(body).orElse(null));
    }

    private static ConfigScope scope(AccountId account, JsonFields body) {
        String domain = body.required("publish_domain");
        if (domain.length() > LONGEST_DOMAIN || !HOST_NAME.matcher(domain).matches()) {
            throw HuaweiError.illegal("publish_domain must be a host name").refused();
        }
        String app = body.required("app");
        if (app.isEmpty() || app.length() > LONGEST_APP) {
            throw HuaweiError.illegal("app must have 1 to " + LONGEST_APP + " characters")
                    .refused();
        }
        return new ConfigScope(
                account, HuaweiCallbackFormat.NAME, domain.toLowerCase(Locale.ROOT), RecordCallback.plainApp(app));
    }

    private Optional<String> url(JsonFields body) {
        Optional<String> url = body.text("notify_callback_url");
        url.filter(text -> !text.isEmpty()).ifPresent(text -> {
            if (text.indexOf('?') >= 0) {
                throw HuaweiError.illegal("notify_callback_url must not have parameters")
                        .refused();
            }
            egress.checkUrl(text).ifPresent(refusal -> {
                throw HuaweiError.illegal("notify_callback_url is " + (refusal.malformed() ? "not valid" : "not safe"))
                        .refused();
            });
        });
        return url;
    }

    private static Optional<List<EventType>> events(JsonFields body) {
        Optional<List<EventType>> events = body.texts(RecordCallback.EVENTS)
                .map(names -> names.stream()
                        .distinct()
                        .map(name -> EventType.find(name).orElseThrow(RecordCallbackForm::noEvent))
                        .toList());
        if (events.filter(List::isEmpty).isPresent()) throw noEvent();
        return events;
    }

    private static HuaweiRefusal noEvent() {
        return HuaweiError.illegal(RecordCallback.EVENTS + " must name known events")
                .refused();
    }

    private static Optional<SignType> signType(JsonFields body) {
        return body.text(RecordCallback.SIGN_TYPE)
                .map(name -> SignType.find(name)
                        .orElseThrow(() -> HuaweiError.illegal("sign_type must be HMACSHA256 or MD5")
                                .refused()));
    }

    private static Optional<String> key(JsonFields body) {
        Optional<String> key = body.text("key");
        if (key.filter(text -> text.length() > LONGEST_KEY).isPresent()) {
            throw HuaweiError.illegal("key has more than " + LONGEST_KEY + " characters")
                    .refused();
        }
        return key;
    }
}
