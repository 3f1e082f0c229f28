package io.curtaincall.config.account;

import io.curtaincall.config.domain.DomainNames;
import io.curtaincall.config.request.DurationRule;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a caller wants a new token or access key to let its holder do, checked. */
record CredentialRequest(Grant grant, @Nullable String note) {
    private static final int MOST_DOMAINS = 100;
    private static final TextRule NOTE = TextRule.plain(200);
    private static final Pattern APPLICATION = Pattern.compile("rtc/[A-Za-z0-9_-]{1,64}");
    private static final String AT_ONCE = "0";
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final DurationRule OVERLAP = new DurationRule(Duration.ZERO, Duration.ofDays(30));

    /** @param highest role that the holder may have */
    static CredentialRequest read(RequestFields fields, Role highest) {
        String name = fields.text("role", text -> refusalOfRole(text, highest));
        Role role = Role.find(name).orElse(Role.READ);
        List<String> domains = fields.optionalTexts("domains", CredentialRequest::refusalOfDomain)
                .orElse(null);
        if (domains != null && domains.size() > MOST_DOMAINS) {
            fields.refuse("domains", "must be at most " + MOST_DOMAINS);
        }
        if (domains != null && role == Role.OPERATOR) {
            fields.refuse("domains", "must not be there: the role operator is limited to none");
        }
        String note = fields.optionalText("note", NOTE).orElse(null);
        fields.requireValid();
        return new CredentialRequest(new Grant(role, domains == null ? null : lowerCase(domains)), note);
    }

    /** How long a rotated credential holds beside its successor. */
    static Duration overlap(RequestFields fields) {
        Optional<String> text = fields.optionalText(
                "overlap", given -> given.equals(AT_ONCE) ? Optional.empty() : OVERLAP.refusal(given));
        fields.requireValid();
        return text.map(given -> given.equals(AT_ONCE) ? Duration.ZERO : DurationRule.parse(given))
                .orElse(USUAL_OVERLAP);
    }

    private static Optional<String> refusalOfRole(String text, Role highest) {
        if (Role.find(text).filter(highest::includes).isPresent()) return Optional.empty();
        return Optional.of("must be one of "
                + Arrays.stream(Role.values())
                        .filter(highest::includes)
                        .map(Role::wireName)
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> refusalOfDomain(String text) {
        return APPLICATION.matcher(text).matches() ? Optional.empty() : DomainNames.refusal(text);
    }

    /** As domains are known; an application keeps its case. */
    private static List<String> lowerCase(List<String> domains) {
        return domains.stream()
                .map(domain -> domain.indexOf('/') < 0 ? DomainNames.lowerCase(domain) : domain)
                .toList();
    }
}
