package io.curtaincall.dialects.huawei;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Takes this dialect's requests by their paths, and the error page of those that the server itself refused. */
@Component
final class HuaweiMapping extends AbstractHandlerMapping {
    private final Operations operations;
    private final HuaweiEndpoint endpoint;
    private final HuaweiFailures failures;

    HuaweiMapping(Operations operations, HuaweiEndpoint endpoint, HuaweiFailures failures) {
        this.operations = operations;
        this.endpoint = endpoint;
        this.failures = failures;
        setOrder(Ordered.HIGHEST_PRECEDENCE + 101);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) return failures.concern(request) ? failures : null;
        return operations.areAt(ApiRequestReader.path(request)) ? endpoint : null;
    }
}
