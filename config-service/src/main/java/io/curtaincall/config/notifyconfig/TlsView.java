package io.curtaincall.config.notifyconfig;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.tls.Pem;
import io.curtaincall.access.tls.Validity;
import io.curtaincall.events.notifyconfig.Sending.Tls;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is spoken, as answered; of a key only that there is one.
 *
 * @param subject whom the certificate names
 * @param expiresAt until when it is valid
 */
@JsonPropertyOrder({"identity", "certificate", "key", "subject", "expiresAt", "authority", "ca"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record TlsView(
        @Nullable String identity,
        @Nullable String certificate,
        @Nullable String key,
        @Nullable String subject,
        @Nullable Instant expiresAt,
        @Nullable String authority,
        @Nullable String ca) {
    static TlsView of(Tls tls) {
        X509Certificate own = tls.certificate() == null
                ? null
                : Pem.certificates(tls.certificate()).getFirst();
        return new TlsView(
                tls.identity(),
                tls.certificate(),
                tls.key() == null ? null : HeadersReader.MARK,
                own == null ? null : own.getSubjectX500Principal().getName(),
                own == null ? null : Validity.of(own).until(),
                tls.authority(),
                tls.ca());
    }
}
