package io.curtaincall.dialects.huawei;

import io.curtaincall.access.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Serves the paths of this dialect: lets the operation that is meant answer, and words what is refused on the way. */
@Component
final class HuaweiEndpoint implements HttpRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(HuaweiEndpoint.class);

    private final Operations operations;
    private final Envelope envelope;

    HuaweiEndpoint(Operations operations, Envelope envelope) {
        this.operations = operations;
        this.envelope = envelope;
    }

    @Override
    public void handleRequest(HttpServletRequest http, HttpServletResponse response) throws IOException {
        String requestId = envelope.newRequestId();
        try {
            String path = ApiRequestReader.path(http);
            Operation operation = operations.of(http.getMethod(), path);
            Declaration declaration = operation.declaration();
            Answer answer = operation.answer(
                    ApiRequestReader.read(http), declaration.route().match(path).orElseThrow());
            envelope.answer(response, requestId, declaration.success(), answer);
        } catch (HuaweiRefusal refusal) {
            envelope.refuse(response, requestId, refusal.error());
        } catch (RefusedException refusal) {
            envelope.refuse(response, requestId, HuaweiProblems.of(refusal.problem()));
        } catch (RuntimeException bug) {
            log.error("unexpected failure of request {}", requestId, bug);
            envelope.refuse(response, requestId, HuaweiError.INTERNAL);
        }
    }
}
