package io.curtaincall.dispatch.sending;

import io.curtaincall.access.start.CannotStartException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operator's HTTP proxy, by which every receiver is reached: CONNECT names the vetted address, never a name. */
final class EgressProxy {
    private static final Pattern FORM = Pattern.compile("http://(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):([0-9]{1,5})/?");

    private final String host;
    private final int port;
    private final @Nullable String authorization;

    private EgressProxy(String host, int port, @Nullable String authorization) {
        this.host = host;
        this.port = port;
        this.authorization = authorization;
    }

    /** @throws CannotStartException if it is no {@code http://host:port}, not repeated here for its password */
    static EgressProxy of(String url, @Nullable String user, @Nullable String password) {
        Matcher form = FORM.matcher(url);
        int port = form.matches() ? Integer.parseInt(form.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            throw new CannotStartException("dispatch.sending.proxy is no http://host:port; user and password are"
                    + " dispatch.sending.proxy-user and .proxy-password");
        }
        return new EgressProxy(form.group(1), port, basic(user, password));
    }

    private static @Nullable String basic(@Nullable String user, @Nullable String password) {
        if (user == null || user.isEmpty()) return null;
        String both = user + ":" + Objects.requireNonNullElse(password, "");
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** One that is connected to the receiver once {@code connect} returns. */
    Socket socket() {
        return new TunnelSocket(this);
    }

    /** Looked up anew for each connection, as a proxy may move. */
    InetSocketAddress address() {
        return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
    }

    String request(InetSocketAddress receiver) {
        String literal = receiver.getAddress().getHostAddress();
        String authority = (literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal) + ":" + receiver.getPort();
        return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n"
                + (authorization == null ? "" : "Proxy-Authorization: " + authorization + "\r\n") + "\r\n";
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
