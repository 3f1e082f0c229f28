package io.curtaincall.dispatch.sending;

import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ParseException;

/** Puts what went wrong into one of the classes that records know. */
final class Failures {
    private static final int LONGEST = 500;

    private Failures() {}

    static Failed of(Exception e, Course course) {
        if (course.isExpired()) return new Failed(FailureClass.TIMEOUT, "the deadline passed: " + describe(e));
        return new Failed(classOf(e), describe(e));
    }

    private static FailureClass classOf(Exception e) {
        return switch (e) {
            case UnsafeAddressException x -> FailureClass.UNSAFE_ADDRESS;
            case EgressProxyException x -> FailureClass.PROXY_FAILED;
            case UnknownHostException x -> FailureClass.DNS_FAILED;
            case SocketTimeoutException x -> FailureClass.TIMEOUT;
            case SSLException x -> TlsFailures.classOf(x);
            case ConnectException x -> connect(x);
            case MessageConstraintException x -> FailureClass.RESPONSE_HEADER_TOO_LARGE;
            case NoHttpResponseException x -> FailureClass.CONNECTION_FAILED;
            case ParseException x -> FailureClass.PROTOCOL_ERROR;
            case HttpException x -> FailureClass.PROTOCOL_ERROR;
            case RuntimeException x -> FailureClass.PROTOCOL_ERROR;
            default -> FailureClass.CONNECTION_FAILED;
        };
    }

    private static FailureClass connect(ConnectException e) {
        boolean refused = describe(e).contains("refused");
        return refused ? FailureClass.CONNECTION_REFUSED : FailureClass.CONNECTION_FAILED;
    }

    /** Without what the receiver sent, which may be of a body. */
    static String describe(Exception e) {
        if (e instanceof MalformedChunkCodingException) return "the chunks are malformed";
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof ParseException) message = message.replaceFirst("(?s): <.*", "");
        return message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    }
}
