package io.curtaincall.access.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every way a request can be refused. Each wire dialect gives each of them its own form, or does not compile. */
public sealed interface Problem {
    /** No or no valid credentials. */
    record Unauthenticated(String why) implements Problem {}

    /** Known, but not allowed. */
    record Forbidden(String why) implements Problem {}

    /** There is none, or it is another account's, which must look the same. */
    record NotFound(String what, String id) implements Problem {}

    /** One or more fields do not hold. */
    record Invalid(List<FieldError> errors) implements Problem {
        public static Invalid field(String field, String reason) {
            return new Invalid(List.of(new FieldError(field, reason)));
        }
    }

    /** The domain belongs to another account. */
    record DomainTaken(String domain) implements Problem {}

    /** The caller changed version {@code expected}, the newest is {@code actual}. */
    record VersionConflict(long expected, long actual) implements Problem {}

    /** What the request would do has been done or is under way. */
    record Conflict(String why) implements Problem {}

    /** @param what is too large, to go before "of more than ... bytes" */
    record TooLarge(String what, long limitBytes) implements Problem {
        public TooLarge(long limitBytes) {
            this("a request", limitBytes);
        }
    }

    record UnsupportedMediaType(String got, List<String> supported) implements Problem {}

    /** @param why null where it is but the rate of the caller's requests */
    record Throttled(Duration retryAfter, @Nullable String why) implements Problem {
        public Throttled(Duration retryAfter) {
            this(retryAfter, null);
        }
    }

    /** The store or another part cannot be reached at the moment; nothing was accepted. */
    record Unavailable(String why) implements Problem {}

    /**
     * What is wrong with one field.
     *
     * @param field JSON pointer or parameter name, as the caller wrote it
     */
    record FieldError(String field, String reason) {}

    default RefusedException refused() {
        return new RefusedException(this);
    }
}
