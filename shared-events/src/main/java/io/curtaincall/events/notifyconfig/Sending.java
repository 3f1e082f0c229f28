package io.curtaincall.events.notifyconfig;

import io.curtaincall.events.account.SealedSecret;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a config's callbacks are sent with beside their signature.
 *
 * @param headers the values of headers by their names
 * @param tls how TLS is spoken, null for as the installation does
 */
public record Sending(
        Map<String, SealedSecret> headers, @Nullable Tls tls) {
    public Sending {
        headers = Map.copyOf(headers);
    }

    /** Null for nothing. */
    public static @Nullable Sending of(Map<String, SealedSecret> headers, @Nullable Tls tls) {
        return headers.isEmpty() && tls == null ? null : new Sending(headers, tls);
    }

    Stream<SealedSecret> secrets() {
        return Stream.concat(headers.values().stream(), tls == null ? Stream.empty() : Stream.ofNullable(tls.key()));
    }

    /**
     * Whom we are towards the receiver, and whose certificates count for it.
     *
     * @param identity names one of the installation's, null where the config has its own or none
     * @param certificate PEM: ours, and those of its issuers; null where the config has none of its own
     * @param key the certificate's, PKCS#8 in PEM
     * @param authority names one of the installation's, null where the config has its own or none
     * @param ca PEM: the authorities that count in place of the usual ones, null for those
     */
    public record Tls(
            @Nullable String identity,
            @Nullable String certificate,
            @Nullable SealedSecret key,
            @Nullable String authority,
            @Nullable String ca) {}
}
