package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.Refusal;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what may be changed here of a config that a dialect keeps: who is called and asked, for what, and whether at
 * all. Its scope, format and signing are the dialect's; what is left out stays as it is,
 * and {@code "retry":null} or {@code "limits":null} goes back to what is usual.
 */
@Component
class KeptTermsReader {
    private static final TextRule ANY = text -> Optional.empty();

    private final EgressPolicy egress;
    private final RetryTermsReader retries;
    private final SendingReader sending;

    KeptTermsReader(EgressPolicy egress, RetryTermsReader retries, SendingReader sending) {
        this.egress = egress;
        this.retries = retries;
        this.sending = sending;
    }

    /** @param signing the object of that name within the fields */
    Terms read(NotifyConfigVersion seen, RequestFields fields, RequestFields signing) {
        fields.optionalText("domain", as(seen.domain()));
        fields.optionalText("app", as(seen.app()));
        fields.optionalText("format", as(seen.format()));
        signing.optionalText("scheme", as(seen.signing().scheme()));
        fields.optionalTexts("channels", ANY)
                .filter(channels -> !channels.equals(seen.channels()))
                .ifPresent(channels -> fields.refuse("channels", "is changed where the config was made"));
        Terms terms = new Terms(
                seen.domain(),
                seen.app(),
                fields.optionalText("url", this::refusalOfUrl).orElse(seen.url()),
                TermsReader.topics(fields).orElse(seen.topics()),
                seen.format(),
                seen.signing().scheme(),
                fields.flag("enabled", seen.enabled()),
                onDemand(seen.onDemand(), fields),
                seen.channels(),
                fields.names("retry") ? retries.read(fields) : seen.retry(),
                fields.names("limits") ? LimitsReader.read(fields) : seen.limits(),
                seen.dialect(),
                sending.read(fields, seen.accountId(), seen.sending()));
        SendingReader.requireTls(terms, fields);
        return terms;
    }

    private @Nullable OnDemand onDemand(@Nullable OnDemand seen, RequestFields fields) {
        if (seen == null) return null;
        RequestFields given = fields.object("onDemand");
        return new OnDemand(
                given.optionalText("url", this::refusalOfUrl).orElse(seen.url()),
                given.flag("recordOnFailure", seen.recordOnFailure()));
    }

    private Optional<String> refusalOfUrl(String url) {
        return egress.checkUrl(url).map(Refusal::why);
    }

    private static TextRule as(String seen) {
        return text -> text.equals(seen)
                ? Optional.empty()
                : Optional.of("is \"" + seen + "\" and is changed where the config was made");
    }
}
