package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.problem.Problem;
import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.problem.Problem.UnsupportedMediaType;
import io.curtaincall.access.problem.Problem.VersionConflict;
import java.util.List;

/** Words each {@link Problem} as the vendor would. */
final class VolcengineProblems {
    private VolcengineProblems() {}

    static VolcengineError of(Problem problem, String action) {
        return switch (problem) {
            case Unauthenticated p -> VolcengineError.NOT_AUTHENTICATED;
            case Forbidden p -> VolcengineError.accessDenied(action, p.why());
            case DomainTaken p -> foreign(p.domain());
            case NotFound p -> VolcengineError.notFound("There is no " + p.what() + " of " + p.id());
            case Invalid p -> invalid(p.errors());
            case Conflict p -> full(p.why());
            case VersionConflict p -> VolcengineError.UNAVAILABLE;
            case TooLarge p -> VolcengineError.TOO_LARGE;
            case UnsupportedMediaType p -> VolcengineError.BIND;
            case Throttled p -> VolcengineError.THROTTLED;
            case Unavailable p -> VolcengineError.UNAVAILABLE;
        };
    }

    /** Who is refused so asked for one config more: that there is one already is no conflict here. */
    private static VolcengineError full(String why) {
        return VolcengineError.invalid("Vhost", "or Domain is full: " + why);
    }

    static VolcengineError foreign(String domain) {
        return VolcengineError.forbidden(domain + " is not of this account");
    }

    private static VolcengineError invalid(List<FieldError> errors) {
        if (errors.isEmpty()) return VolcengineError.MALFORMED;
        return VolcengineError.invalid(
                errors.getFirst().field(), errors.getFirst().reason());
    }
}
