package io.curtaincall.config.request;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;

/** What a duration must be: in ISO 8601 ({@code PT1M}) or short ({@code 1m}), from one length to another. */
public record DurationRule(Duration least, Duration most) implements TextRule {
    @Override
    public Optional<String> refusal(String text) {
        try {
            Duration duration = parse(text);
            return duration.compareTo(least) < 0 || duration.compareTo(most) > 0
                    ? Optional.of("must be from " + least + " to " + most)
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of("must be a duration, as PT1M or 1m");
        }
    }

    /** @throws IllegalArgumentException if it is no duration, or a number without a unit */
    public static Duration parse(String text) {
        if (!text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1))) {
            throw new IllegalArgumentException("a duration has a unit");
        }
        return DurationStyle.detectAndParse(text);
    }
}
