package io.curtaincall.config.request;

import io.curtaincall.access.problem.Problem.Invalid;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Versions as entity tags: {@code ETag: "3"} out, {@code If-Match: "3"} or {@code 3} in. */
public final class Versions {
    private static final Pattern FORM = Pattern.compile("(\"?)([0-9]{1,18})\\1");

    private Versions() {}

    public static String eTag(long version) {
        return "\"" + version + "\"";
    }

    public static Optional<Long> optional(@Nullable String ifMatch) {
        if (ifMatch == null) return Optional.empty();
        Matcher form = FORM.matcher(ifMatch.strip());
        if (form.matches()) return Optional.of(Long.valueOf(form.group(2)));
        throw Invalid.field("If-Match", "must be one version, such as \"3\"").refused();
    }

    /** @throws ErrorResponseException 428 if the caller does not say which version it has seen */
    public static long required(@Nullable String ifMatch) {
        return optional(ifMatch)
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.PRECONDITION_REQUIRED,
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.PRECONDITION_REQUIRED,
                                "send If-Match with the version to change, as the ETag of a GET has it"),
                        null));
    }
}
