package io.curtaincall.dialects.volcengine;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Takes this dialect's requests at {@code /}, and the error page of those that the server itself refused. It is asked
 * early, as it knows its requests for certain and others at {@code /} take what is left.
 */
@Component
final class VolcengineMapping extends AbstractHandlerMapping {
    static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 50;
    private final VolcengineEndpoint endpoint;
    private final VolcengineFailures failures;

    VolcengineMapping(VolcengineEndpoint endpoint, VolcengineFailures failures) {
        this.endpoint = endpoint;
        this.failures = failures;
        setOrder(EARLY);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) return failures.concern(request) ? failures : null;
        return VolcengineMarks.isAtRoot(request) && VolcengineMarks.areOn(request) ? endpoint : null;
    }
}
