package io.curtaincall.config.notifyconfig;

import io.curtaincall.dialects.port.CallbackFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which headers a config may have sent along: none by which a request would mean something else than we say. */
@Component
class HeaderNames {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    /** How the message travels, which is for the sender to say (RFC 9110, 9112). */
    private static final Set<String> OF_THE_PROTOCOL = Set.of(
            "host",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "user-agent",
            "accept",
            "accept-encoding",
            "via");
    /** What describes the body, what is for proxies, and what callbacks are told and signed by. */
    private static final Set<String> BEGINNINGS = Set.of("content-", "proxy-", "webhook-", "curtaincall-");

    private final Set<String> signatures = new HashSet<>();

    HeaderNames(ObjectProvider<CallbackFormat> formats) {
        formats.stream()
                .flatMap(format -> format.headers().stream())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(signatures::add);
    }

    Optional<String> refusal(String name) {
        if (!TOKEN.matcher(name).matches()) {
            return Optional.of("is not the name of a header: 1 to 100 letters, digits and !#$%&'*+-.^_`|~");
        }
        // many receivers take both for the same
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        if (OF_THE_PROTOCOL.contains(lower)) return Optional.of("is a header of the protocol, which only we set");
        if (signatures.contains(lower)) return Optional.of("is a header that callbacks are signed by");
        return BEGINNINGS.stream()
                .filter(lower::startsWith)
                .findFirst()
                .map(beginning -> "begins with " + beginning + ", which only our own headers do");
    }
}
