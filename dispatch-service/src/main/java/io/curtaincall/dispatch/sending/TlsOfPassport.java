package io.curtaincall.dispatch.sending;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.ssl.TLS;
import org.jspecify.annotations.Nullable;

/** Speaks TLS as the passport of the request says, for which the connection is made. */
final class TlsOfPassport implements TlsSocketStrategy {
    private static final String ATTRIBUTE = "curtaincall.passport";

    private final TlsSocketStrategy usual;

    TlsOfPassport(SSLContext trust) {
        usual = strategy(trust);
    }

    /** What a connection is to be made with. */
    static HttpClientContext context(Passport passport) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ATTRIBUTE, passport);
        return context;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        if (!(context.getAttribute(ATTRIBUTE) instanceof Passport passport)) {
            throw new IllegalStateException("a connection is made for nobody");
        }
        TlsSocketStrategy strategy = passport.tls() == null ? usual : strategy(passport.tls());
        return strategy.upgrade(socket, target, port, attachment, context);
    }

    /**
     * The library checks the name, as its exception says so by its type; the JDK's says it by its wording only. It has
     * to be told by what: left to its default, nobody checks.
     */
    private static TlsSocketStrategy strategy(SSLContext context) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(context)
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                .buildClassic();
    }
}
