package io.curtaincall.dialects.alibaba;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times on the wire: {@code yyyy-MM-ddTHH:mm:ssZ}, UTC. */
final class Timestamps {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private static final int LENGTH = "2006-01-02T15:04:05Z".length();

    private Timestamps() {}

    static Optional<Instant> parse(String text) {
        if (text.length() != LENGTH) return Optional.empty();
        try {
            return Optional.of(FORM.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String format(Instant time) {
        return FORM.format(time);
    }

    /** @throws AlibabaRefusal if it is none */
    static Instant ofSignature(String text) {
        return parse(text)
                .orElseThrow(() -> new AlibabaError(
                                400,
                                "InvalidTimeStamp.Format",
                                "Specified time stamp or date value is not well formatted.")
                        .refused());
    }
}
