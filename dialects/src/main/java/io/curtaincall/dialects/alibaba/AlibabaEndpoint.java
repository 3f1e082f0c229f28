package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Serves {@code /}: reads a request, lets the operation it names answer, and words what is refused on the way. */
@Component
final class AlibabaEndpoint implements HttpRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(AlibabaEndpoint.class);
    private static final Set<String> METHODS = Set.of("GET", "POST");
    /** Until it is known which operation is meant. */
    private static final Declaration UNKNOWN = Declaration.reading("", Family.CONFIGS, 0);

    private final Operations operations;
    private final Gate gate;
    private final Envelope envelope;

    AlibabaEndpoint(Operations operations, Gate gate, Envelope envelope) {
        this.operations = operations;
        this.gate = gate;
        this.envelope = envelope;
    }

    @Override
    public void handleRequest(HttpServletRequest http, HttpServletResponse response) throws IOException {
        try {
            if (!METHODS.contains(http.getMethod())) throw AlibabaError.UNSUPPORTED_METHOD.refused();
            RpcRequest request = RpcRequestReader.read(http);
            serve(request, AnswerFormat.of(request), Envelope.host(http), response);
        } catch (AlibabaRefusal unread) {
            envelope.refuse(http, response, unread.error());
        }
    }

    private void serve(RpcRequest request, AnswerFormat format, String host, HttpServletResponse response)
            throws IOException {
        String requestId = envelope.newRequestId();
        Declaration declaration = UNKNOWN;
        try {
            Operation<?> operation = operations.of(request);
            declaration = operation.declaration();
            Family family = declaration.family();
            Parameters parameters = new Parameters(request.parameters(), family);
            AlibabaError invalidJson = family.invalidJson();
            Answer answer = gate.admit(request, declaration, admitted -> {
                if (request.hasBrokenJson()) throw invalidJson.refused();
                return operation.answer(new Call(admitted, parameters));
            });
            envelope.answer(response, format, requestId, declaration.action(), answer);
        } catch (AlibabaRefusal refusal) {
            envelope.refuse(response, format, requestId, host, refusal.error());
        } catch (RefusedException refusal) {
            envelope.refuse(response, format, requestId, host, AlibabaProblems.of(refusal.problem(), declaration));
        } catch (RuntimeException bug) {
            log.error("unexpected failure of request {}", requestId, bug);
            envelope.refuse(
                    response, format, requestId, host, declaration.family().internal());
        }
    }
}
