package io.curtaincall.dispatch.sending;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code dispatch.sending.proxy*}: the one proxy that callbacks go by. None is ever taken from the environment.
 *
 * @param proxy {@code http://host:port}, null for none
 * @param proxyUser what the proxy is told, with the password
 */
@ConfigurationProperties("dispatch.sending")
public record EgressProxyProperties(
        @Nullable String proxy,
        @Nullable String proxyUser,
        @Nullable String proxyPassword) {
    /** @throws io.curtaincall.access.start.CannotStartException if it is no such address */
    @Nullable
    EgressProxy chosen() {
        return proxy == null || proxy.isBlank() ? null : EgressProxy.of(proxy.strip(), proxyUser, proxyPassword);
    }

    @Override
    public String toString() {
        return "EgressProxyProperties[" + (proxy == null ? "none" : "one") + "]";
    }
}
