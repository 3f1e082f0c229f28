package io.curtaincall.dispatch.sending;

import io.curtaincall.events.callback.Outcome.FailureClass;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.PKIXReason;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why a TLS handshake failed, which lies among the causes of its exception. */
final class TlsFailures {
    private static final int DEEPEST = 20;

    private TlsFailures() {}

    static FailureClass classOf(SSLException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            FailureClass reason = reason(cause);
            if (reason != null) return reason;
            cause = cause.getCause();
        }
        return FailureClass.TLS_FAILED;
    }

    private static @Nullable FailureClass reason(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException x -> FailureClass.TLS_EXPIRED;
            case CertPathBuilderException x -> FailureClass.TLS_UNTRUSTED;
            case CertPathValidatorException x -> path(x.getReason());
            case SSLPeerUnverifiedException x -> FailureClass.TLS_WRONG_NAME;
            case SSLException x when isAboutVersions(Failures.describe(x)) -> FailureClass.TLS_TOO_OLD;
            default -> null;
        };
    }

    private static @Nullable FailureClass path(CertPathValidatorException.Reason reason) {
        if (reason == BasicReason.EXPIRED) return FailureClass.TLS_EXPIRED;
        return reason == PKIXReason.NO_TRUST_ANCHOR ? FailureClass.TLS_UNTRUSTED : null;
    }

    /** Either side may notice: the receiver by its alert, we by the version it chose. */
    private static boolean isAboutVersions(String message) {
        return message.contains("protocol_version") || message.contains("selected protocol version");
    }
}
