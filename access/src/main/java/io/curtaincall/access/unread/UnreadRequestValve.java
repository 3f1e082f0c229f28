package io.curtaincall.access.unread;

import io.curtaincall.access.problem.ProblemDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers instead of Tomcat's HTML: as it is not known which protocol was meant, the members of all of them stand side
 * by side with those of RFC 9457.
 */
final class UnreadRequestValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(UnreadRequestValve.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<UnreadRequestMembers> protocols;

    UnreadRequestValve(List<UnreadRequestMembers> protocols) {
        this.protocols = protocols;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        byte[] body = JSON.writeValueAsString(body(status)).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/json;charset=utf-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("nobody reads why a request was refused", e);
        }
    }

    private Map<String, Object> body(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        ProblemDetail problem = ProblemDetails.unread(known == null ? HttpStatus.BAD_REQUEST : known);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", String.valueOf(problem.getType()));
        body.put("title", String.valueOf(problem.getTitle()));
        body.put("status", status);
        body.put("detail", String.valueOf(problem.getDetail()));
        for (UnreadRequestMembers protocol : protocols) body.putAll(protocol.members(status));
        return body;
    }
}
