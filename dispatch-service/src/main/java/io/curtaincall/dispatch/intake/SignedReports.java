package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.directory.IntakeKeys;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a report was signed by the key it names, for these bytes, within five minutes. It may come again within that
 * time: an event that was reported before changes nothing and calls nobody.
 */
final class SignedReports {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final IntakeKeys keys;
    private final SecretSealer sealer;
    private final Clock clock;

    SignedReports(IntakeKeys keys, SecretSealer sealer, Clock clock) {
        this.keys = keys;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * The key that is named, before a byte of the body is read; whoever names none costs no memory.
     *
     * @throws RefusedException in the words for a wrong signature, if there is no such key
     */
    IntakeKeyIssued key(ShownSignature shown) {
        if (Math.abs(clock.instant().getEpochSecond() - shown.seconds()) > WINDOW.toSeconds()) {
            throw new Unauthenticated("the signature's time is more than " + WINDOW.toMinutes() + " minutes from now")
                    .refused();
        }
        return keys.byId(shown.keyId()).orElseThrow(SignedReports::mismatch);
    }

    /** @throws RefusedException without saying what is wrong */
    void require(IntakeKeyIssued key, ShownSignature shown, byte[] body) {
        byte[] wanted = sign(sealer.open(key.secret()), shown.time(), body);
        if (!MessageDigest.isEqual(wanted, HexFormat.of().parseHex(shown.hex()))) throw mismatch();
    }

    private static byte[] sign(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    private static RefusedException mismatch() {
        return new Unauthenticated("the signature is not one of a live intake key for this body").refused();
    }
}
