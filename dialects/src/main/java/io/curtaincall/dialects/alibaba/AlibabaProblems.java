package io.curtaincall.dialects.alibaba;

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

/** Words each {@link Problem} as the vendor would, in the codes of the operation's family. */
final class AlibabaProblems {
    private AlibabaProblems() {}

    static AlibabaError of(Problem problem, Declaration operation) {
        Family family = operation.family();
        return switch (problem) {
            case Unauthenticated p -> AlibabaError.INCOMPLETE_SIGNATURE;
            case Forbidden p -> operation.forbidden(p.why());
            case DomainTaken p -> family.forbidden("AppId belongs to another account");
            case NotFound p -> family.notFound();
            case Invalid p -> invalid(p.errors(), family);
            case Conflict p -> family.conflict();
            case VersionConflict p -> AlibabaError.UNAVAILABLE;
            case TooLarge p -> AlibabaError.TOO_LARGE;
            case UnsupportedMediaType p -> AlibabaError.MALFORMED;
            case Throttled p -> AlibabaError.THROTTLED;
            case Unavailable p -> AlibabaError.UNAVAILABLE;
        };
    }

    private static AlibabaError invalid(List<FieldError> errors, Family family) {
        if (errors.isEmpty()) return AlibabaError.MALFORMED;
        return family.invalid(errors.getFirst().field(), errors.getFirst().reason());
    }
}
