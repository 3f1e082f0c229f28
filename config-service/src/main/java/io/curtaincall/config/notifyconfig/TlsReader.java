package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.access.tls.ClientIdentity;
import io.curtaincall.access.tls.NamedTls;
import io.curtaincall.access.tls.Pem;
import io.curtaincall.access.tls.Validity;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.Sending.Tls;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads whom a config's callbacks show themselves as, and whose certificates count for its receiver. */
@Component
class TlsReader {
    private static final int LONGEST = 32 * 1024;
    private static final Tls NOTHING = new Tls(null, null, null, null, null);

    private final NamedTls named;
    private final SecretSealer sealer;
    private final Clock clock;

    TlsReader(NamedTls named, SecretSealer sealer, Clock clock) {
        this.named = named;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @return null where TLS is spoken as the installation does */
    @Nullable
    Tls read(RequestFields fields, AccountId owner, @Nullable Tls seen) {
        if (!fields.names("tls")) return seen;
        RequestFields given = fields.object("tls");
        given.ignore("subject");
        given.ignore("expiresAt");
        Tls known = seen == null ? NOTHING : seen;
        String identity = given.optionalText("identity", name -> refusalOfIdentity(owner, name))
                .orElse(null);
        String certificate = given.optionalText("certificate", pem -> refusalOfChain(pem, known.certificate()))
                .orElse(null);
        SealedSecret key = key(given, certificate, known.key());
        String authority =
                given.optionalText("authority", this::refusalOfAuthority).orElse(null);
        String ca =
                given.optionalText("ca", pem -> refusalOfCa(pem, known.ca())).orElse(null);
        if (given.has("identity") && given.has("certificate")) given.refuse("identity", "or a certificate, not both");
        if (given.has("authority") && given.has("ca")) given.refuse("authority", "or a ca, not both");
        Tls tls = new Tls(identity, certificate, key, authority, ca);
        return tls.equals(NOTHING) ? null : tls;
    }

    private Optional<String> refusalOfIdentity(AccountId owner, String name) {
        return named.mayUse(owner, name)
                ? Optional.empty()
                : Optional.of("names none of curtaincall.tls.identities that this account may use");
    }

    private Optional<String> refusalOfAuthority(String name) {
        return named.authority(name).isPresent()
                ? Optional.empty()
                : Optional.of("names none of curtaincall.tls.authorities");
    }

    /** One that is there may expire, and the config be changed in other things. */
    private Optional<String> refusalOfChain(String pem, @Nullable String seen) {
        if (pem.equals(seen)) return Optional.empty();
        return refusal(pem).or(() -> ClientIdentity.refusalOf(Pem.certificates(pem), clock.instant()));
    }

    private Optional<String> refusalOfCa(String pem, @Nullable String seen) {
        if (pem.equals(seen)) return Optional.empty();
        return refusal(pem)
                .or(() -> allExpired(Pem.certificates(pem), clock.instant())
                        ? Optional.of("has no certificate that has not expired")
                        : Optional.empty());
    }

    private static boolean allExpired(List<X509Certificate> certificates, Instant now) {
        return certificates.stream().noneMatch(it -> Validity.of(it).until().isAfter(now));
    }

    private static Optional<String> refusal(String pem) {
        if (pem.length() > LONGEST) return Optional.of("must have at most " + LONGEST + " characters");
        try {
            Pem.certificates(pem);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable SealedSecret key(RequestFields given, @Nullable String certificate, @Nullable SealedSecret seen) {
        if (!given.has("certificate")) {
            if (given.has("key")) given.refuse("key", "needs its certificate");
            given.ignore("key");
            return null;
        }
        String text = given.text("key", pem -> refusalOfKey(pem, certificate, seen));
        if (text.isEmpty()) return null;
        return text.equals(HeadersReader.MARK) ? seen : sealer.seal(text);
    }

    private Optional<String> refusalOfKey(String pem, @Nullable String certificate, @Nullable SealedSecret seen) {
        boolean isMark = pem.equals(HeadersReader.MARK);
        if (isMark && seen == null) return Optional.of("is how a key is told that is not shown, and there is none yet");
        String clear = isMark && seen != null ? sealer.open(seen) : pem;
        if (clear.length() > LONGEST) return Optional.of("must have at most " + LONGEST + " characters");
        try {
            Pem.privateKey(clear);
            boolean fits =
                    certificate == null || ClientIdentity.of(certificate, clear).fits();
            return fits ? Optional.empty() : Optional.of("is not the key of the certificate");
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
