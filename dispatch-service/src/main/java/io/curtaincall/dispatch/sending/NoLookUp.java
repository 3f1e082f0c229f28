package io.curtaincall.dispatch.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Keeps the library from looking a name up by itself: DNS may say something else by then than what was vetted. */
final class NoLookUp implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + " is not looked up twice");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
