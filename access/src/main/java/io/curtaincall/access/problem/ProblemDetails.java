package io.curtaincall.access.problem;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.problem.Problem.UnsupportedMediaType;
import io.curtaincall.access.problem.Problem.VersionConflict;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Words each {@link Problem} as RFC 9457 problem details, the form of our own API. */
public final class ProblemDetails {
    private ProblemDetails() {}

    public static ProblemDetail of(Problem problem) {
        return switch (problem) {
            case Unauthenticated p -> detail(HttpStatus.UNAUTHORIZED, "unauthenticated", p.why());
            case Forbidden p -> detail(HttpStatus.FORBIDDEN, "forbidden", p.why());
            case NotFound p -> detail(HttpStatus.NOT_FOUND, "not-found", "there is no " + p.what() + " " + p.id());
            case Invalid p -> invalid(p);
            case DomainTaken p ->
                detail(HttpStatus.CONFLICT, "domain-taken", "domain " + p.domain() + " belongs to another account");
            case VersionConflict p ->
                detail(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-conflict",
                        "If-Match is version " + p.expected() + ", the newest is " + p.actual());
            case Conflict p -> detail(HttpStatus.CONFLICT, "conflict", p.why());
            case TooLarge p ->
                detail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        p.what() + " of more than " + p.limitBytes() + " bytes is not taken");
            case UnsupportedMediaType p ->
                detail(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        p.got() + " is not one of " + String.join(", ", p.supported()));
            case Throttled p -> detail(HttpStatus.TOO_MANY_REQUESTS, "throttled", throttled(p));
            case Unavailable p -> detail(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", p.why());
        };
    }

    /** Whole seconds, rounded up, as {@code Retry-After} wants them. */
    public static long seconds(Throttled problem) {
        return Math.max(1, problem.retryAfter().plusMillis(999).toSeconds());
    }

    /** For what the server could not make sense of. */
    public static ProblemDetail unread(HttpStatus status) {
        return detail(status, "unreadable", "the request is not well formed, or its head is too large");
    }

    static ProblemDetail detail(HttpStatus status, String kind, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create("urn:curtaincall:problem:" + kind));
        detail.setTitle(kind.replace('-', ' '));
        return detail;
    }

    private static String throttled(Throttled problem) {
        String when = "try again in " + seconds(problem) + " s";
        return problem.why() == null ? when : problem.why() + "; " + when;
    }

    private static ProblemDetail invalid(Invalid problem) {
        String text = problem.errors().stream()
                .map(error -> error.field() + " " + error.reason())
                .reduce((a, b) -> a + "; " + b)
                .orElse("the request does not hold");
        ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, "invalid", text);
        detail.setProperty("errors", problem.errors());
        return detail;
    }
}
