package io.curtaincall.dialects.alibaba;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Takes this dialect's requests at {@code /}, and the error page of those that the server itself refused. */
@Component
final class AlibabaMapping extends AbstractHandlerMapping {
    private final AlibabaEndpoint endpoint;
    private final AlibabaFailures failures;

    AlibabaMapping(AlibabaEndpoint endpoint, AlibabaFailures failures) {
        this.endpoint = endpoint;
        this.failures = failures;
        setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) return failures.concern(request) ? failures : null;
        return AlibabaMarks.isAtRoot(request) && AlibabaMarks.areOn(request) ? endpoint : null;
    }
}
