package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.port.ConfigScope;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which configs are meant.
 *
 * @param wholeDomain only those for all of the domain's applications
 */
record CallbackChoice(String domain, boolean wholeDomain, Optional<String> app, Optional<String> messageType) {
    static final String ALL_APPS = "*";
    static final String MESSAGE_TYPE = "MessageType";
    private static final String NOTHING_TOLD = "audit_snapshot";
    private static final String VHOST = "Vhost";
    private static final String DOMAIN = "Domain";
    private static final String APP = "App";
    private static final Pattern APP_FORM = Pattern.compile("[A-Za-z0-9_.-]{1,30}");

    /** @throws VolcengineRefusal if what is sent does not hold */
    static CallbackChoice of(Parameters parameters) {
        Optional<String> vhost = parameters.text(VHOST);
        Optional<String> domain = parameters.text(DOMAIN);
        if (vhost.isPresent() == domain.isPresent()) {
            throw Parameters.invalid(VHOST, "or Domain is required, and not both");
        }
        Optional<String> app = parameters.text(APP);
        if (domain.isPresent() && app.isPresent()) throw Parameters.invalid(APP, "must not be given with Domain");
        if (app.isPresent() && !APP_FORM.matcher(app.get()).matches()) {
            throw Parameters.invalid(APP, "must be 1 to 30 letters, digits, '_', '-' or '.'");
        }
        Optional<String> type = parameters.text(MESSAGE_TYPE);
        type.filter(name -> !name.equals(NOTHING_TOLD)).ifPresent(CallbackChoice::messageType);
        String name = vhost.map(value -> DomainName.of(VHOST, value))
                .or(() -> domain.map(value -> DomainName.of(DOMAIN, value)))
                .orElseThrow();
        return new CallbackChoice(name, domain.isPresent(), app, type);
    }

    /** @throws VolcengineRefusal if nothing of the kind is told here */
    static EventType messageType(String name) {
        return EventType.ofMessageType(name)
                .orElseThrow(() -> Parameters.invalid(MESSAGE_TYPE, "must be push, push_end, snapshot or record"));
    }

    boolean covers(ConfigScope scope) {
        return scope.domain().equals(domain)
                && (!wholeDomain || scope.app().equals(ALL_APPS))
                && app.map(scope.app()::equals).orElse(true)
                && messageType.map(scope.part()::equals).orElse(true);
    }
}
