package io.curtaincall.dialects.alibaba;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Gives the envelope to what the web framework or the server refuses: at {@code /}, and at paths where nothing is. What
 * other handlers refuse stays theirs.
 */
@Component
final class AlibabaFailures implements HandlerExceptionResolver, HttpRequestHandler, Ordered {
    private final Envelope envelope;

    AlibabaFailures(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean nothingThere =
                failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException;
        boolean ours = nothingThere || AlibabaMarks.isAtRoot(request);
        if (!ours || !AlibabaMarks.areOn(request)) return null;
        int status = failure instanceof ErrorResponse refusal
                ? refusal.getStatusCode().value()
                : 500;
        try {
            envelope.refuse(request, response, error(status));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an error page is asked for on behalf of a request of ours. */
    boolean concern(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path instanceof String text
                && (text.equals("/") || status(request) == 404)
                && AlibabaMarks.areOn(request);
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        envelope.refuse(request, response, error(status(request)));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    private static AlibabaError error(int status) {
        return switch (status) {
            case 404 -> AlibabaError.UNKNOWN_ACTION;
            case 405, 501 -> AlibabaError.UNSUPPORTED_METHOD;
            case 413 -> AlibabaError.TOO_LARGE;
            case 503 -> AlibabaError.UNAVAILABLE;
            default -> status < 500 ? AlibabaError.MALFORMED : AlibabaError.INTERNAL;
        };
    }
}
