package io.curtaincall.dialects.huawei;

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
import java.util.stream.Collectors;

/** Words each {@link Problem} as the vendor would. */
final class HuaweiProblems {
    private HuaweiProblems() {}

    static HuaweiError of(Problem problem) {
        return switch (problem) {
            case Unauthenticated p -> HuaweiError.unproven("decrypt token fail");
            case Forbidden p -> HuaweiError.FORBIDDEN.because(p.why());
            case DomainTaken p -> HuaweiError.FORBIDDEN.because(p.domain() + " belongs to another account");
            case NotFound p -> HuaweiError.NOT_FOUND.because("there is no " + p.what() + " " + p.id());
            case Invalid p -> HuaweiError.illegal(reasons(p));
            case Conflict p -> HuaweiError.EXISTS.because(p.why());
            case VersionConflict p -> HuaweiError.UNAVAILABLE;
            case TooLarge p -> HuaweiError.TOO_LARGE;
            case UnsupportedMediaType p -> HuaweiError.UNSUPPORTED_MEDIA_TYPE;
            case Throttled p -> HuaweiError.THROTTLED;
            case Unavailable p -> HuaweiError.UNAVAILABLE;
        };
    }

    private static String reasons(Invalid problem) {
        return problem.errors().stream().map(HuaweiProblems::reason).collect(Collectors.joining("; "));
    }

    private static String reason(FieldError error) {
        return error.field() + " " + error.reason();
    }
}
