package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dialects.admission.Admitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.node.ObjectNode;

/** Serves {@code /}: reads a request, lets the operation it names answer, and words what is refused on the way. */
@Component
final class VolcengineEndpoint implements HttpRequestHandler {
    private static final Logger log = LoggerFactory.getLogger(VolcengineEndpoint.class);

    private final Operations operations;
    private final Gate gate;
    private final Envelope envelope;

    VolcengineEndpoint(Operations operations, Gate gate, Envelope envelope) {
        this.operations = operations;
        this.gate = gate;
        this.envelope = envelope;
    }

    @Override
    public void handleRequest(HttpServletRequest http, HttpServletResponse response) throws IOException {
        String requestId = envelope.newRequestId();
        Heading heading = Heading.guess(http);
        try {
            if (!http.getMethod().equals("POST")) {
                throw VolcengineError.method(http.getMethod()).refused();
            }
            SignedRequest request = SignedRequestReader.read(http);
            Claim claim = Claims.of(request);
            heading = new Heading(
                    request.action(), request.version(), claim.scope().region());
            envelope.answer(response, requestId, heading, answer(request, claim));
        } catch (VolcengineRefusal refusal) {
            envelope.refuse(response, requestId, heading, refusal.error());
        } catch (RefusedException refusal) {
            VolcengineError error = VolcengineProblems.of(refusal.problem(), heading.action());
            envelope.refuse(response, requestId, heading, error);
        } catch (RuntimeException bug) {
            log.error("unexpected failure of request {}", requestId, bug);
            envelope.refuse(response, requestId, heading, VolcengineError.INTERNAL);
        }
    }

    private Optional<ObjectNode> answer(SignedRequest request, Claim claim) {
        Operation<?> operation = operations.of(request);
        Admitted admitted = gate.admit(claim, operation.declaration());
        return operation.answer(new Call(admitted, Parameters.of(request.body())));
    }
}
