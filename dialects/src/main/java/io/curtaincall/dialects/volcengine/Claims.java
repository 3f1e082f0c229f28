package io.curtaincall.dialects.volcengine;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads who signed a request and how: in the header or, as a URL that is handed on, in the query. */
final class Claims {
    static final String ALGORITHM = "HMAC-SHA256";
    static final String DATE = "x-date";
    private static final String BODY_HASH = "x-content-sha256";
    private static final int USUAL_SECONDS = 900;
    private static final int MOST_SECONDS = 7 * 24 * 3600;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Set<String> QUERY_MARKS = Set.of("X-Signature", "X-Credential", "X-Algorithm");

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private Claims() {}

    /** @throws VolcengineRefusal if what is needed to check it is missing or malformed */
    static Claim of(SignedRequest request) {
        if (request.headers().containsKey("x-security-token") || request.query().containsKey("X-Security-Token")) {
            throw VolcengineError.SECURITY_TOKEN.refused();
        }
        boolean hashFits = request.header(BODY_HASH)
                .map(hash -> hash.equalsIgnoreCase(request.bodyHash()))
                .orElse(!request.headers().containsKey(BODY_HASH));
        if (!hashFits) throw VolcengineError.MISMATCH.refused();
        if (request.headers().containsKey("authorization")) return HeaderSignature.claim(request);
        if (request.query().keySet().stream().anyMatch(QUERY_MARKS::contains)) return QuerySignature.claim(request);
        throw VolcengineError.NOT_AUTHENTICATED.refused();
    }

    /** @param signed the parameters that the signature covers */
    static Claim claim(
            CredentialScope scope, String date, Map<String, String> signed, Canonical canonical, String signature) {
        if (!scope.service().equals(Envelope.SERVICE)) {
            throw VolcengineError.unknownService(scope.service()).refused();
        }
        Instant at = time(date);
        if (!date.startsWith(scope.day())) throw VolcengineError.CREDENTIAL.refused();
        if (!SIGNATURE.matcher(signature).matches()) throw VolcengineError.MISMATCH.refused();
        return new Claim(scope, date, at, valid(signed), canonical, signature.toLowerCase(Locale.ROOT));
    }

    private static Instant time(String date) {
        try {
            return FORM.parse(date, Instant::from);
        } catch (DateTimeException e) {
            throw VolcengineError.NO_TIMESTAMP.refused();
        }
    }

    private static Duration valid(Map<String, String> signed) {
        String text = signed.getOrDefault("X-Expires", "");
        if (text.isEmpty()) return Duration.ofSeconds(USUAL_SECONDS);
        int seconds = SECONDS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (seconds < 1 || seconds > MOST_SECONDS) throw VolcengineError.NO_TIMESTAMP.refused();
        return Duration.ofSeconds(seconds);
    }
}
