package io.curtaincall.access.problem;

import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.problem.Problem.Unavailable;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every refusal, the web framework's own too, as problem details; a bug answers 500 with an id to look for. */
@RestControllerAdvice
public class ProblemAnswers extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
    /** Nobody knows; soon enough for a restart, late enough not to press. */
    private static final String WHEN_AVAILABLE_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException refused) {
        HttpHeaders headers = new HttpHeaders();
        switch (refused.problem()) {
            case Unauthenticated p -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"curtaincall\"");
            case Throttled p -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(ProblemDetails.seconds(p)));
            case Unavailable p -> headers.set(HttpHeaders.RETRY_AFTER, WHEN_AVAILABLE_SECONDS);
            default -> {}
        }
        return answer(ProblemDetails.of(refused.problem()), headers);
    }

    /** Tomcat reads parameters when they are first asked for, and throws what it thinks of them. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableParameters(InvalidParameterException refusal) {
        return refused(Invalid.field("", "the parameters are not well formed").refused());
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(Exception bug) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("unexpected failure {}", id, bug);
        ProblemDetail detail = ProblemDetails.detail(
                HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "unexpected failure, in the log under " + id);
        return answer(detail, new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch.getPropertyName();
        return refused(Invalid.field(name == null ? "" : name, "is not of the right type")
                .refused());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refusal, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        String kind = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        Object told = body == null && refusal instanceof ErrorResponse response ? response.getBody() : body;
        String text = told instanceof ProblemDetail known && known.getDetail() != null
                ? known.getDetail()
                : status.getReasonPhrase();
        return answer(ProblemDetails.detail(status, kind, text), headers);
    }

    private static ResponseEntity<Object> answer(ProblemDetail detail, HttpHeaders headers) {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
