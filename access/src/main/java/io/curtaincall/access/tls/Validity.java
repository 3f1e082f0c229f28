package io.curtaincall.access.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** When a certificate is valid; certificates tell it in dates of the old kind only. */
public record Validity(Instant from, Instant until) {
    public static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
