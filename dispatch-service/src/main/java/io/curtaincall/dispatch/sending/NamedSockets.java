package io.curtaincall.dispatch.sending;

import java.net.Proxy;
import java.net.Socket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.jspecify.annotations.Nullable;

/** Connections by the egress proxy that is set, or by none: a plain socket of the JDK would ask its properties. */
final class NamedSockets extends PoolingHttpClientConnectionManagerBuilder {
    private final @Nullable EgressProxy proxy;

    NamedSockets(@Nullable EgressProxy proxy) {
        this.proxy = proxy;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new DefaultHttpClientConnectionOperator(
                none -> socket(),
                ports,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    private Socket socket() {
        return proxy == null ? new Socket(Proxy.NO_PROXY) : proxy.socket();
    }
}
