package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.wire.DialectMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Takes this dialect's requests by their paths, and the error page of those that the server itself refused. */
@Component
final class HuaweiMapping extends DialectMapping {
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
    protected @Nullable Object endpoint(HttpServletRequest request) {
        return operations.areAt(ApiRequestReader.path(request)) ? endpoint : null;
    }

    @Override
    protected @Nullable Object errorPage(HttpServletRequest request) {
        return failures.concern(request) ? failures : null;
    }
}
