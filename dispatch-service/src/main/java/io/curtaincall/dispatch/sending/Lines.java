package io.curtaincall.dispatch.sending;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connections kept open between callbacks. One belongs to (scheme, name, port, vetted address) and to the bearer of a
 * passport, so a name that moves to another address gets another connection, and so does a config that is changed. No
 * environment: only what is named here is dialled, by the proxy that is set.
 */
final class Lines implements AutoCloseable {
    /** More than deliveries are ever in flight: how many run at once is decided there, not by waiting here. */
    private static final int NO_LIMIT = 100_000;

    private static final int MOST_HEADERS = 2_000;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final PoolingHttpClientConnectionManager connections;
    private final Duration idle;
    private final Duration connectTimeout;

    Lines(SendingProperties properties, SSLContext trust, @Nullable EgressProxy proxy) {
        idle = properties.idle();
        connectTimeout = properties.connectTimeout();
        connections = new NamedSockets(proxy)
                .setMaxConnTotal(NO_LIMIT)
                .setMaxConnPerRoute(NO_LIMIT)
                .setDnsResolver(new NoLookUp())
                .setTlsSocketStrategy(new TlsOfPassport(trust))
                .setConnectionFactory(unbound -> new Line(http(properties), parsers(properties)))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setSocketTimeout(Timeout.of(properties.deadline()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(TimeValue.of(LONGEST_LIFE))
                        .setIdleTimeout(Timeout.of(idle))
                        .build())
                .build();
    }

    private static Http1Config http(SendingProperties properties) {
        return Http1Config.custom()
                .setMaxHeaderCount(MOST_HEADERS + 1) // the library refuses this many, and not only more
                .setMaxLineLength((int) properties.headCap().toBytes())
                .build();
    }

    private static HttpMessageParserFactory<ClassicHttpResponse> parsers(SendingProperties properties) {
        long headCap = properties.headCap().toBytes();
        return new HttpMessageParserFactory<>() {
            @Override
            @Deprecated
            public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
                return new CautiousResponseParser(config, headCap);
            }

            @Override
            public HttpMessageParser<ClassicHttpResponse> create() {
                return new CautiousResponseParser(http(properties), headCap);
            }
        };
    }

    /** An open connection to exactly this address, kept from before or new. */
    ConnectionEndpoint open(Target target, InetAddress address, Passport passport, Course course) throws IOException {
        HttpHost host = new HttpHost(target.scheme(), address, target.host(), target.port());
        ConnectionEndpoint line =
                lease(new HttpRoute(host, null, target.scheme().equals("https")), passport);
        try {
            course.over(line);
            Duration timeout = course.left().compareTo(connectTimeout) < 0 ? course.left() : connectTimeout;
            if (!line.isConnected()) {
                connections.connect(line, TimeValue.of(timeout), TlsOfPassport.context(passport));
            }
            course.connected();
            line.setSocketTimeout(
                    Timeout.ofMilliseconds(Math.max(1, course.left().toMillis())));
            return line;
        } catch (IOException | RuntimeException e) {
            giveBack(line, passport, false);
            throw e;
        }
    }

    private ConnectionEndpoint lease(HttpRoute route, Passport passport) throws IOException {
        try {
            return connections
                    .lease("callback", route, Timeout.ZERO_MILLISECONDS, passport.bearer())
                    .get(Timeout.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no connection can be made: " + e.getMessage(), e);
        }
    }

    /** The bearer is what the library calls state: who leases with one gets no connection that has another. */
    void giveBack(ConnectionEndpoint line, Passport passport, boolean reusable) {
        if (!reusable) line.close(CloseMode.IMMEDIATE);
        connections.release(line, passport.bearer(), reusable ? TimeValue.of(idle) : null);
    }

    void closeIdle() {
        connections.closeIdle(TimeValue.of(idle));
    }

    @Override
    public void close() {
        connections.close(CloseMode.IMMEDIATE);
    }
}
