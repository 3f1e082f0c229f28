package io.curtaincall.dialects.volcengine;

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
final class VolcengineFailures implements HandlerExceptionResolver, HttpRequestHandler, Ordered {
    private final Envelope envelope;

    VolcengineFailures(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public int getOrder() {
        return VolcengineMapping.EARLY;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean nothingThere =
                failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException;
        boolean ours = nothingThere || VolcengineMarks.isAtRoot(request);
        if (!ours || !VolcengineMarks.areOn(request)) return null;
        int status = failure instanceof ErrorResponse refusal
                ? refusal.getStatusCode().value()
                : 500;
        try {
            refuse(request, response, status);
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
                && VolcengineMarks.areOn(request);
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, status(request));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Heading heading = Heading.guess(request);
        envelope.refuse(response, heading, error(status, request, heading));
    }

    private static VolcengineError error(int status, HttpServletRequest request, Heading heading) {
        return switch (status) {
            case 404 -> VolcengineError.unknownOperation(heading.action(), heading.version());
            case 405, 501 -> VolcengineError.method(request.getMethod());
            case 413 -> VolcengineError.TOO_LARGE;
            case 503 -> VolcengineError.UNAVAILABLE;
            default -> status < 500 ? VolcengineError.MALFORMED : VolcengineError.GATEWAY_BROKE;
        };
    }
}
