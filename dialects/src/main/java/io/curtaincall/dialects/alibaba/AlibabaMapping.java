package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.wire.DialectMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Takes this dialect's requests at {@code /}, and the error page of those that the server itself refused. */
@Component
final class AlibabaMapping extends DialectMapping {
    private final AlibabaEndpoint endpoint;
    private final AlibabaFailures failures;

    AlibabaMapping(AlibabaEndpoint endpoint, AlibabaFailures failures) {
        this.endpoint = endpoint;
        this.failures = failures;
        setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    }

    @Override
    protected @Nullable Object endpoint(HttpServletRequest request) {
        return AlibabaMarks.isAtRoot(request) && AlibabaMarks.areOn(request) ? endpoint : null;
    }

    @Override
    protected @Nullable Object errorPage(HttpServletRequest request) {
        return failures.concern(request) ? failures : null;
    }
}
