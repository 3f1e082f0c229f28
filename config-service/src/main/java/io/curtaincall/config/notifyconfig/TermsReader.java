package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.Refusal;
import io.curtaincall.config.domain.DomainNames;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and checks what a request wants of a notify config. */
@Component
class TermsReader {
    private static final int LONGEST_APP = 255;
    /** The format of configs made here; those of others are kept by dialects. */
    static final String FORMAT = "curtaincall";

    private final EgressPolicy egress;
    private final RetryTermsReader retries;
    private final SendingReader sending;

    TermsReader(EgressPolicy egress, RetryTermsReader retries, SendingReader sending) {
        this.egress = egress;
        this.retries = retries;
        this.sending = sending;
    }

    /**
     * @param signing the object of that name within the fields
     * @param owner whose the config is
     * @param seen the config that is changed, null for a new one
     */
    Terms read(RequestFields fields, RequestFields signing, AccountId owner, @Nullable NotifyConfigVersion seen) {
        Terms terms = new Terms(
                DomainNames.read(fields),
                fields.optionalText("app", TextRule.plain(LONGEST_APP)).orElse(NotifyConfigVersion.ANY_APP),
                fields.text("url", this::refusalOfUrl),
                topics(fields).orElse(Topic.ALL_RECORDING),
                fields.optionalText("format", only(FORMAT)).orElse(FORMAT),
                signing.optionalText("scheme", SigningScheme::refusal).orElse(usualScheme(seen)),
                fields.flag("enabled", true),
                null,
                null,
                retries.read(fields),
                LimitsReader.read(fields),
                null,
                sending.read(fields, owner, seen == null ? null : seen.sending()));
        SendingReader.requireTls(terms, fields);
        return terms;
    }

    private static String usualScheme(@Nullable NotifyConfigVersion seen) {
        return seen == null ? SigningScheme.SHARED.wireName() : seen.signing().scheme();
    }

    static Optional<Set<Topic>> topics(RequestFields fields) {
        return fields.optionalTexts("topics", TermsReader::refusalOfTopic).map(TermsReader::topics);
    }

    private Optional<String> refusalOfUrl(String url) {
        return egress.checkUrl(url).map(Refusal::why);
    }

    private static Optional<String> refusalOfTopic(String name) {
        if (Topic.find(name).isPresent()) return Optional.empty();
        String known = Arrays.stream(Topic.values()).map(Topic::wireName).collect(Collectors.joining(", "));
        return Optional.of("is not a topic; topics are " + known);
    }

    private static Set<Topic> topics(List<String> names) {
        EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
        names.forEach(name -> topics.add(Topic.of(name)));
        return Collections.unmodifiableSet(topics);
    }

    private static TextRule only(String allowed) {
        return text -> text.equals(allowed) ? Optional.empty() : Optional.of("must be \"" + allowed + "\"");
    }
}
