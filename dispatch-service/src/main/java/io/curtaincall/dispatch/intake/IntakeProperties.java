package io.curtaincall.dispatch.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code dispatch.intake.*}; every key and its default is here and nowhere else.
 *
 * @param underWay how many requests may be under way at once before further ones are asked to come back; half of them of
 *     one account
 * @param bytesUnderWay how many bytes they may have brought in all, half of them for one account; never less than the
 *     longest request has
 * @param retryAfter when they are asked to come back
 * @param appendTimeout how long a request waits for the store before it is answered that nothing was accepted
 */
@Validated
@ConfigurationProperties("dispatch.intake")
public record IntakeProperties(
        @Positive @Max(100_000) @DefaultValue("128") int underWay,
        @NotNull @DefaultValue("32MB") DataSize bytesUnderWay,
        @NotNull @DefaultValue("1s") Duration retryAfter,
        @NotNull @DefaultValue("4s") Duration appendTimeout) {}
