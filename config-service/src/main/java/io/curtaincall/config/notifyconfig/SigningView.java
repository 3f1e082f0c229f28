package io.curtaincall.config.notifyconfig;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How callbacks are signed, as answered.
 *
 * @param secret only to the request that brought or made it
 * @param keyId names it in the records of attempts
 * @param olderKeys those that sign as well until their time is over
 */
@JsonPropertyOrder({"scheme", "secret", "keyId", "publicKey", "olderKeys"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record SigningView(
        String scheme,
        @Nullable String secret,
        @Nullable String keyId,
        @Nullable String publicKey,
        @Nullable List<OlderKeyView> olderKeys) {

    @JsonPropertyOrder({"keyId", "publicKey", "until"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OlderKeyView(String keyId, @Nullable String publicKey, Instant until) {}

    static SigningView of(Signing signing, @Nullable String secret, Instant now) {
        NamedKey newest = signing.keys().isEmpty() ? null : signing.keys().getFirst();
        return new SigningView(
                signing.scheme(),
                secret,
                newest == null ? null : newest.id(),
                signing.publicKey(),
                older(signing, now));
    }

    private static @Nullable List<OlderKeyView> older(Signing signing, Instant now) {
        if (signing.older() == null) return null;
        List<OlderKeyView> signingStill = signing.older().stream()
                .filter(key -> key.signsAt(now))
                .map(SigningView::older)
                .toList();
        return signingStill.isEmpty() ? null : signingStill;
    }

    private static OlderKeyView older(NamedKey key) {
        return new OlderKeyView(key.id(), key.publicKey(), Objects.requireNonNull(key.until(), "an older key ends"));
    }

    @Override
    public String toString() {
        return "SigningView[" + scheme + "]";
    }
}
