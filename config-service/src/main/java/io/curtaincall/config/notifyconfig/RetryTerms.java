package io.curtaincall.config.notifyconfig;

import io.curtaincall.config.request.RequestFields;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schedule that a request wants for a config's callbacks. */
final class RetryTerms {
    static final int MOST_WAITS = 32;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryTerms() {}

    /** @return null where the request leaves it to the installation and the format */
    static @Nullable Retry read(RequestFields fields) {
        return fields.object("retry")
                .optionalTexts("schedule", MOST_WAITS, RetryTerms::refusal)
                .map(waits -> new Retry(waits.stream().map(Duration::parse).toList()))
                .orElse(null);
    }

    private static Optional<String> refusal(String text) {
        try {
            Duration wait = Duration.parse(text);
            return wait.compareTo(SHORTEST) < 0 || wait.compareTo(LONGEST) > 0
                    ? Optional.of("must be from 1 second to 7 days")
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("must be an ISO 8601 duration, as PT1M");
        }
    }
}
