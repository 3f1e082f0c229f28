package io.curtaincall.dialects.huawei;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
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
 * Gives the envelope to what the web framework or the server refuses: at the paths of this dialect, and where nothing is
 * if its clients asked for it. What other handlers refuse stays theirs.
 */
@Component
final class HuaweiFailures implements HandlerExceptionResolver, HttpRequestHandler, Ordered {
    private static final Set<String> MARKS = Set.of("X-Sdk-Date", "X-Auth-Token");
    private static final String SIGNED = "SDK-";

    private final Operations operations;
    private final Envelope envelope;

    HuaweiFailures(Operations operations, Envelope envelope) {
        this.operations = operations;
        this.envelope = envelope;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 101;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean nothingThere =
                failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException;
        boolean ours = operations.areAt(ApiRequestReader.path(request)) || (nothingThere && isMarked(request));
        if (!ours) return null;
        int status = failure instanceof ErrorResponse refusal
                ? refusal.getStatusCode().value()
                : 500;
        try {
            envelope.refuse(response, envelope.newRequestId(), error(status));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an error page is asked for on behalf of a request of ours. */
    boolean concern(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (!(path instanceof String text)) return false;
        int below = request.getContextPath().length();
        return operations.areAt(text.substring(Math.min(below, text.length())))
                || (status(request) == 404 && isMarked(request));
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        envelope.refuse(response, envelope.newRequestId(), error(status(request)));
    }

    private static boolean isMarked(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return (authorization != null && authorization.startsWith(SIGNED))
                || MARKS.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    private static HuaweiError error(int status) {
        return switch (status) {
            case 404 -> HuaweiError.UNKNOWN_API;
            case 405, 501 -> HuaweiError.UNSUPPORTED_METHOD;
            case 413 -> HuaweiError.TOO_LARGE;
            case 415 -> HuaweiError.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> HuaweiError.UNAVAILABLE;
            default -> status < 500 ? HuaweiError.ILLEGAL : HuaweiError.INTERNAL;
        };
    }
}
