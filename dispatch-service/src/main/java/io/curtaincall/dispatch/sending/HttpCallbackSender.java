package io.curtaincall.dispatch.sending;

import io.curtaincall.access.egress.EgressPolicy;
import io.curtaincall.access.egress.NameLookup;
import io.curtaincall.access.egress.NameResolver;
import io.curtaincall.events.callback.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends over HTTP/1.1 and trusts nobody: vetted addresses only, one deadline for everything, bounded heads and bodies,
 * no redirects, no cookies, no decompression. A connection that fails after the request was sent is a failed attempt.
 */
public final class HttpCallbackSender implements CallbackSender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCallbackSender.class);
    private static final int NAMES_WAITING = 10_000;

    private final SendingProperties properties;
    private final Clock clock;
    private final NameLookup names;
    private final VettedAddresses addresses;
    private final Deadlines deadlines = new Deadlines();
    private final Lines lines;
    private final String way;

    public HttpCallbackSender(SendingProperties properties, EgressPolicy policy, NameResolver resolver, Clock clock) {
        this(properties, policy, resolver, clock, SSLContexts.createDefault(), null);
    }

    /**
     * @param trust decides whose certificates count
     * @param proxy by which receivers are reached, null to reach them directly
     */
    HttpCallbackSender(
            SendingProperties properties,
            EgressPolicy policy,
            NameResolver resolver,
            Clock clock,
            SSLContext trust,
            @Nullable EgressProxy proxy) {
        this.properties = properties;
        this.clock = clock;
        names = new NameLookup(resolver, properties.resolvers(), NAMES_WAITING);
        addresses = new VettedAddresses(names, policy);
        lines = new Lines(properties, trust, proxy);
        way = proxy == null ? "" : " by proxy " + proxy;
        deadlines.every(properties.idle(), lines::closeIdle);
    }

    @Override
    public Exchange send(CallbackRequest request) {
        Duration deadline = request.limits() == null
                ? properties.deadline()
                : request.limits().deadline();
        Course course = new Course(clock.instant(), deadline);
        Future<?> watch = deadlines.watch(course, deadline);
        try {
            return overFirstThatConnects(
                    request, addresses.of(request.target(), request.asker(), course.left()), course);
        } catch (IOException | RuntimeException e) {
            return new Exchange(null, null, course.timing(), Failures.of(e, course));
        } finally {
            watch.cancel(false);
        }
    }

    private Exchange overFirstThatConnects(CallbackRequest request, List<InetAddress> candidates, Course course)
            throws IOException {
        IOException unreachable = new IOException("the name has no address");
        Dialled tried = null;
        for (InetAddress address : candidates) {
            if (tried != null) noteInVain(tried, request.target());
            tried = addresses.dialled(address, request.target().port(), way);
            try {
                return over(lines.open(request.target(), address, request.passport(), course), tried, request, course);
            } catch (IOException e) {
                unreachable = e;
                if (course.isExpired()) break;
            }
        }
        Outcome outcome = Failures.of(unreachable, course);
        return tried == null ? new Exchange(null, null, course.timing(), outcome) : tried.after(course, outcome);
    }

    /** The record names the last address only, and each use of an operator's exception is on record. */
    private static void noteInVain(Dialled tried, Target target) {
        if (tried.rule() != null) LOG.info("{} was dialled in vain for {}", tried.address(), target.authority());
    }

    private Exchange over(ConnectionEndpoint line, Dialled dialled, CallbackRequest request, Course course) {
        Conversation conversation = new Conversation(course, bodyCap(request));
        boolean reusable = false;
        try {
            line.execute("callback", message(request), conversation, HttpClientContext.create());
            reusable = conversation.leavesLineReusable();
            return dialled.after(course, conversation.outcome());
        } catch (IOException | HttpException | RuntimeException e) {
            return dialled.after(course, Failures.of(e, course));
        } finally {
            lines.giveBack(line, request.passport(), reusable);
        }
    }

    private int bodyCap(CallbackRequest request) {
        Limits limits = request.limits();
        return limits == null || limits.bodyCap() == null
                ? (int) properties.bodyCap().toBytes()
                : limits.bodyCap();
    }

    private static ClassicHttpRequest message(CallbackRequest request) {
        ClassicHttpRequest message =
                new BasicClassicHttpRequest(request.method(), request.target().path());
        request.headers().forEach(message::addHeader);
        request.passport().headers().forEach(message::addHeader);
        if (request.hasBody()) message.setEntity(new ByteArrayEntity(request.bytes(), null));
        return message;
    }

    @Override
    public void close() {
        deadlines.close();
        names.close();
        lines.close();
    }
}
