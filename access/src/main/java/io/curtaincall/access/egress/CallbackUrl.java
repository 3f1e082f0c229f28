package io.curtaincall.access.egress;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A receiver's URL, read strictly: one spelling only for each address, so that no two parsers can disagree on the host.
 *
 * @param host lower case, without brackets and trailing dot
 * @param literal the address if the host is one, else null
 */
record CallbackUrl(
        String scheme, String host, int port, @Nullable RawAddress literal) {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern FORM =
            Pattern.compile("(https?)://([^/?]*)([/?].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("[^!-~]|[\\\\<>\"{}|^`#]");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::([0-9]{1,5}))?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** @throws MalformedUrlRefusal with the reason, for the caller to read */
    static CallbackUrl parse(String url) {
        if (url.isEmpty() || url.length() > MAX_LENGTH) throw bad("must have 1 to " + MAX_LENGTH + " characters");
        if (FORBIDDEN.matcher(url).find()) throw bad("has a character that may not stand in a URL unescaped");
        if (BROKEN_ESCAPE.matcher(url).find()) throw bad("has a broken percent escape");
        Matcher form = FORM.matcher(url);
        if (!form.matches()) throw bad("must be http://host/... or https://host/...");
        String authority = form.group(2);
        String rest = form.group(3);
        if (rest != null && rest.startsWith("?") && rest.contains("@")) throw bad("must have a path before its query");
        if (authority.contains("@")) throw bad("must not carry a user name");
        if (authority.contains("%")) throw bad("must not have percent escapes in its host");
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) throw bad("has no valid host and port");
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        return of(scheme, parts.group(1).toLowerCase(Locale.ROOT), port(scheme, parts.group(2)));
    }

    private static CallbackUrl of(String scheme, String host, int port) {
        if (host.startsWith("[")) {
            String inside = host.substring(1, host.length() - 1);
            return new CallbackUrl(scheme, inside, port, AddressLiterals.ipv6(inside));
        }
        String[] labels = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
        if (NUMERIC.matcher(labels[labels.length - 1]).matches()) {
            return new CallbackUrl(scheme, host, port, AddressLiterals.ipv4(host));
        }
        String name = String.join(".", labels);
        if (name.length() > 253) throw bad("has a host name of more than 253 characters");
        for (String label : labels) if (!LABEL.matcher(label).matches()) throw bad("has no valid host name");
        return new CallbackUrl(scheme, name, port, null);
    }

    private static int port(String scheme, @Nullable String digits) {
        if (digits == null) return scheme.equals("https") ? 443 : 80;
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) throw bad("has a port outside 1..65535");
        return port;
    }

    private static MalformedUrlRefusal bad(String why) {
        return new MalformedUrlRefusal(why);
    }
}
