package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.wire.DialectMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Takes this dialect's requests at {@code /}, and the error page of those that the server itself refused. It is asked
 * early, as it knows its requests for certain and others at {@code /} take what is left.
 */
@Component
final class VolcengineMapping extends DialectMapping {
    static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 50;
    private final VolcengineEndpoint endpoint;
    private final VolcengineFailures failures;

    VolcengineMapping(VolcengineEndpoint endpoint, VolcengineFailures failures) {
        this.endpoint = endpoint;
        this.failures = failures;
        setOrder(EARLY);
    }

    @Override
    protected @Nullable Object endpoint(HttpServletRequest request) {
        return VolcengineMarks.isAtRoot(request) && VolcengineMarks.areOn(request) ? endpoint : null;
    }

    @Override
    protected @Nullable Object errorPage(HttpServletRequest request) {
        return failures.concern(request) ? failures : null;
    }
}
