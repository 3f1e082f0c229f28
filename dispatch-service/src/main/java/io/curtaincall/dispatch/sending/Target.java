package io.curtaincall.dispatch.sending;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receiver's URL in the parts that a request needs. URLs are judged strictly when they are saved; this only takes
 * them apart.
 *
 * @param host as in the URL, an IPv6 literal without its brackets
 * @param path what goes into the request line, query included
 */
public record Target(String url, String scheme, String host, int port, String path) {
    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+]|[^\\[\\]:/?#@%]+)(?::([0-9]{1,5}))?([/?][^#]*)?");

    /** @throws IllegalArgumentException if it is no http URL, not repeated here for what it may have for a password */
    public static Target of(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) throw new IllegalArgumentException("not a URL that can be called");
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        String port = form.group(3);
        String rest = form.group(4) == null ? "/" : form.group(4);
        return new Target(
                url,
                scheme,
                form.group(2).replaceAll("[\\[\\]]", ""),
                port == null ? standardPort(scheme) : Integer.parseInt(port),
                rest.startsWith("?") ? "/" + rest : rest);
    }

    /** Host and port of a URL, the same for all who call the same receiver; empty for what is no http URL. */
    public static Optional<String> receiverOf(String url) {
        try {
            Target target = of(url);
            return Optional.of(target.host.toLowerCase(Locale.ROOT) + ":" + target.port);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    boolean isLiteral() {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    /** The value of the Host header. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == standardPort(scheme) ? name : name + ":" + port;
    }
}
