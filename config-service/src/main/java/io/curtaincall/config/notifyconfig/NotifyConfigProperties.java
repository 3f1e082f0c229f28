package io.curtaincall.config.notifyconfig;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code curtaincall.notify-configs.*}; every key and its default is here and nowhere else.
 *
 * @param perDomain how many configs a domain may have, of all formats together
 */
@Validated
@ConfigurationProperties("curtaincall.notify-configs")
record NotifyConfigProperties(@Positive @DefaultValue("100") int perDomain) {}
