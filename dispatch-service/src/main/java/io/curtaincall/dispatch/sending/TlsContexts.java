package io.curtaincall.dispatch.sending;

import io.curtaincall.access.tls.ClientIdentity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Each has sessions of its own, so that none is resumed by whom it does not belong to. */
final class TlsContexts {
    private static final char[] IN_MEMORY_ONLY = new char[0];

    private TlsContexts() {}

    /**
     * @param identity null for nobody in particular
     * @param authorities whose certificates count, null for the usual ones
     * @throws IllegalArgumentException if no TLS can be spoken with these
     */
    static SSLContext of(@Nullable ClientIdentity identity, @Nullable List<X509Certificate> authorities) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity == null ? null : keys(identity), authorities == null ? null : trust(authorities), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("TLS cannot be spoken with these certificates: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keys(ClientIdentity identity) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("client", identity.key(), IN_MEMORY_ONLY, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY_ONLY);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (int i = 0; i < authorities.size(); i++) store.setCertificateEntry("ca-" + i, authorities.get(i));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
