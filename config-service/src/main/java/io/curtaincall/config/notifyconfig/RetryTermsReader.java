package io.curtaincall.config.notifyconfig;

import io.curtaincall.config.request.DurationRule;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads when a request wants a config's callbacks to be tried again. */
@Component
class RetryTermsReader {
    static final int MOST_WAITS = 30;
    /** The preset that is the installation's own. */
    private static final String STANDARD = "standard";

    private static final Duration LONGEST = Duration.ofDays(8);
    private static final Duration LONGEST_QUICK = Duration.ofSeconds(30);
    private static final DurationRule WAIT = new DurationRule(Duration.ofSeconds(1), LONGEST);
    private static final DurationRule TIMEOUT = new DurationRule(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private static final DurationRule QUICK = new DurationRule(Duration.ofMillis(100), LONGEST_QUICK);
    private static final int MOST_QUICK = 10;
    private static final Quick USUAL = new Quick(3, Duration.ofMillis(500), Duration.ofSeconds(5), 0.5);

    private final List<String> presets;

    RetryTermsReader(ObjectProvider<CallbackFormat> formats) {
        presets = Stream.concat(
                        Stream.of(STANDARD),
                        formats.stream().map(CallbackFormat::name).sorted())
                .toList();
    }

    /** @return null where the request leaves all to the installation and the format */
    @Nullable
    Retry read(RequestFields fields) {
        if (!fields.names("retry")) return null;
        RequestFields given = fields.object("retry");
        Retry retry = new Retry(
                given.optionalText("preset", this::refusalOfPreset).orElse(null),
                given.has("quick") ? quick(given.object("quick")) : null,
                schedule(given),
                given.optionalText("timeout", TIMEOUT).map(DurationRule::parse).orElse(null),
                given.optionalText("deadline", WAIT).map(DurationRule::parse).orElse(null));
        return retry.equals(new Retry(null, null, null, null, null)) ? null : retry;
    }

    private Optional<String> refusalOfPreset(String name) {
        return presets.contains(name)
                ? Optional.empty()
                : Optional.of("is not a preset; presets are " + presets.stream().collect(Collectors.joining(", ")));
    }

    private static @Nullable List<Duration> schedule(RequestFields given) {
        List<Duration> waits = given.optionalTexts("schedule", MOST_WAITS, WAIT)
                .map(texts -> texts.stream().map(DurationRule::parse).toList())
                .orElse(null);
        boolean endless = waits != null
                && waits.stream().reduce(Duration.ZERO, Duration::plus).compareTo(LONGEST) > 0;
        if (endless) given.refuse("schedule", "must be at most 8 days in all");
        return waits;
    }

    private static Quick quick(RequestFields given) {
        long attempts = given.optionalNumber("attempts").orElse((long) USUAL.attempts());
        if (attempts < 1 || attempts > MOST_QUICK) given.refuse("attempts", "must be from 1 to " + MOST_QUICK);
        Duration base =
                given.optionalText("base", QUICK).map(DurationRule::parse).orElse(USUAL.base());
        Duration usualMax = base.compareTo(USUAL.max()) > 0 ? base : USUAL.max();
        Duration max = given.optionalText("max", QUICK).map(DurationRule::parse).orElse(usualMax);
        if (max.compareTo(base) < 0) given.refuse("max", "must not be shorter than base");
        double jitter = given.optionalDecimal("jitter").orElse(USUAL.jitter());
        if (!(jitter >= 0 && jitter <= 1)) given.refuse("jitter", "must be from 0 to 1");
        return new Quick((int) attempts, base, max, jitter);
    }
}
