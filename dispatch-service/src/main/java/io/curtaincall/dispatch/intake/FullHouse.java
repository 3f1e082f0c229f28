package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.ProblemDetails;
import io.curtaincall.dispatch.plan.Backlog;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends away what could not be taken anyway before anything is spent on it: under overload a refusal that costs as much
 * as a report would take the strength for the reports themselves. Not even the token is looked at.
 */
final class FullHouse implements Filter {
    static final String PATH = "/v1/live-events";

    private final UnderWay underWay;
    private final Backlog backlog;
    private final Counter refused;
    private final String retryAfterSeconds;
    private final byte[] answer;

    FullHouse(UnderWay underWay, Backlog backlog, IntakeProperties properties, JsonMapper json, Counter refused) {
        this.underWay = underWay;
        this.backlog = backlog;
        this.refused = refused;
        Throttled problem = new Throttled(properties.retryAfter());
        retryAfterSeconds = String.valueOf(ProblemDetails.seconds(problem));
        ProblemDetail detail = ProblemDetails.of(problem);
        detail.setInstance(URI.create(PATH));
        answer = json.writeValueAsBytes(detail);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(underWay.isFull() || backlog.isFull()) || !(response instanceof HttpServletResponse reply)) {
            chain.doFilter(request, response);
            return;
        }
        refused.increment();
        reply.setStatus(429);
        reply.setHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        reply.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        reply.setContentLength(answer.length);
        reply.getOutputStream().write(answer);
    }
}
