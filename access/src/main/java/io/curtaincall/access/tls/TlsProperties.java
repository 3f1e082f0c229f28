package io.curtaincall.access.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code curtaincall.tls.*}; every key is here and nowhere else. There are none unless the operator names them.
 *
 * @param identities by the names that configs call them by
 * @param authorities files of certificates in PEM, by the names that configs call them by
 */
@ConfigurationProperties("curtaincall.tls")
public record TlsProperties(
        @DefaultValue Map<String, IdentityFiles> identities,
        @DefaultValue Map<String, Path> authorities) {

    /**
     * @param certificate PEM: the certificate, and those of its issuers
     * @param key PKCS#8 in PEM
     * @param accounts who may use it; everybody where there are none
     */
    public record IdentityFiles(
            Path certificate, Path key, @DefaultValue List<String> accounts) {}
}
