package io.curtaincall.dispatch.sending;

import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on one connection. The status line decides: what goes wrong after it is noted with the
 * answer and only costs the connection. Written out instead of the library's executor, which drops the answer then.
 */
final class Conversation implements ConnectionEndpoint.RequestExecutor {
    private static final int MOST_SO_FAR = 200;

    private final Course course;
    private final int bodyCap;
    private @Nullable Outcome outcome;
    private boolean reusable;

    Conversation(Course course, int bodyCap) {
        this.course = course;
        this.bodyCap = bodyCap;
    }

    /** Whether the connection is in a state to carry another conversation. */
    boolean leavesLineReusable() {
        return reusable;
    }

    Outcome outcome() {
        if (outcome == null) throw new IllegalStateException("not held yet");
        return outcome;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection line, HttpContext context)
            throws IOException, HttpException {
        // a process that was stopped until now has lost its right to send; the connection may not be cut yet
        if (course.isExpired()) throw new SocketTimeoutException("there was no time left to send");
        line.sendRequestHeader(request);
        line.sendRequestEntity(request);
        line.flush();
        ClassicHttpResponse response = line.receiveResponseHeader();
        while (response.getCode() < HttpStatus.SC_OK) response = line.receiveResponseHeader();
        course.answered();
        ReceivedBody body = body(request, response, line);
        boolean cut = body.error() != null && course.isExpired();
        if (response instanceof ReadResponse read) body = body.noting(read.doubt());
        outcome = cut ? tooSlow(response, body) : responded(response, body);
        boolean clean = body.complete() && !(response instanceof ReadResponse read && read.hasExtensions());
        reusable = clean && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
        return response;
    }

    private ReceivedBody body(ClassicHttpRequest request, ClassicHttpResponse response, HttpClientConnection line) {
        if (!MessageSupport.canResponseHaveBody(request.getMethod(), response)) return ReceivedBody.none();
        try {
            line.receiveResponseEntity(response);
            HttpEntity entity = response.getEntity();
            boolean inChunks = entity.isChunked();
            return ReceivedBody.read(
                    inChunks && response instanceof ReadResponse read ? read.chunks() : entity.getContent(), bodyCap);
        } catch (IOException | HttpException e) {
            return ReceivedBody.broken(Failures.describe(e));
        }
    }

    private static Responded responded(ClassicHttpResponse response, ReceivedBody body) {
        String base64 = Base64.getEncoder().encodeToString(body.bytes());
        return new Responded(response.getCode(), headers(response), base64, body.truncated(), body.error());
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.merge(header.getName(), String.valueOf(header.getValue()), (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private static Failed tooSlow(ClassicHttpResponse response, ReceivedBody body) {
        byte[] soFar = Arrays.copyOf(body.bytes(), Math.min(MOST_SO_FAR, body.bytes().length));
        return new Failed(
                FailureClass.TIMEOUT,
                "the deadline passed in the body of a response with status " + response.getCode() + ", after "
                        + body.bytes().length + " bytes",
                Base64.getEncoder().encodeToString(soFar));
    }
}
