package io.curtaincall.access.problem;

/** Carries a {@link Problem} to the edge, where the caller's dialect words it. */
public final class RefusedException extends RuntimeException {
    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
