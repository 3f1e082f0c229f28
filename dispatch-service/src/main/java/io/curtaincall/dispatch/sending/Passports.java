package io.curtaincall.dispatch.sending;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.access.tls.ClientIdentity;
import io.curtaincall.access.tls.NamedTls;
import io.curtaincall.access.tls.Pem;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.Sending;
import io.curtaincall.events.notifyconfig.Sending.Tls;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Opens what is sealed of that, and makes passports of it. */
public final class Passports {
    private final SecretSealer sealer;
    private final NamedTls named;

    public Passports(SecretSealer sealer, NamedTls named) {
        this.sealer = sealer;
        this.named = named;
    }

    /**
     * @throws IllegalArgumentException if it cannot be followed here
     * @throws IllegalStateException if a secret cannot be opened
     */
    public Passport of(NotifyConfigVersion config) {
        String bearer = config.configId() + " " + config.version();
        Sending sending = config.sending();
        if (sending == null) return new Passport(bearer, Map.of(), null);
        Map<String, String> headers = new HashMap<>();
        sending.headers().forEach((name, value) -> headers.put(name, sealer.open(value)));
        Tls tls = sending.tls();
        return new Passport(bearer, headers, tls == null ? null : context(config.accountId(), tls));
    }

    private SSLContext context(AccountId owner, Tls tls) {
        return TlsContexts.of(identity(owner, tls), authorities(tls));
    }

    /** Who may use one of the installation's is asked again: that may have changed since the config was saved. */
    private @Nullable ClientIdentity identity(AccountId owner, Tls tls) {
        SealedSecret key = tls.key();
        if (tls.certificate() != null && key != null) return ClientIdentity.of(tls.certificate(), sealer.open(key));
        String name = tls.identity();
        if (name == null) return null;
        ClientIdentity identity = named.identity(name)
                .orElseThrow(() -> new IllegalArgumentException("curtaincall.tls.identities here has no " + name));
        if (!named.mayUse(owner, name)) {
            throw new IllegalArgumentException("curtaincall.tls.identities here has " + name + " for others only");
        }
        return identity;
    }

    private @Nullable List<X509Certificate> authorities(Tls tls) {
        if (tls.ca() != null) return Pem.certificates(tls.ca());
        String name = tls.authority();
        if (name == null) return null;
        return named.authority(name)
                .orElseThrow(() -> new IllegalArgumentException("curtaincall.tls.authorities here has no " + name));
    }
}
