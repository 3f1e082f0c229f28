package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.config.notifyconfig.SigningSecrets.Secret;
import io.curtaincall.config.request.DurationRule;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads requests for a new signing key, which for a while signs beside the one there is. */
@Component
class KeyRotations {
    private static final DurationRule OVERLAP = new DurationRule(Duration.ZERO, Duration.ofDays(30));
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    private final SigningSecrets secrets;

    KeyRotations(SigningSecrets secrets) {
        this.secrets = secrets;
    }

    /** A rotation with its secret in clear, which its answer shows. */
    record Rotation(RotateSigningKey command, String secret) {
        @Override
        public String toString() {
            return "Rotation[" + command.configId() + "]";
        }
    }

    Rotation read(NotifyConfigVersion seen, long expected, RequestFields fields) {
        SigningScheme before = SigningScheme.find(seen.signing().scheme())
                .orElseThrow(() -> new Conflict(
                                "callbacks of format " + seen.format()
                                        + " carry one signature at most, so two keys cannot overlap; the key is changed where the config was made")
                        .refused());
        SigningScheme scheme = fields.optionalText("scheme", SigningScheme::refusal)
                .flatMap(SigningScheme::find)
                .orElse(before);
        Optional<String> given = SigningSecrets.given(fields, scheme);
        Duration overlap =
                fields.optionalText("overlap", OVERLAP).map(DurationRule::parse).orElse(USUAL_OVERLAP);
        fields.requireValid();
        Secret secret = secrets.of(scheme, given);
        RotateSigningKey command =
                new RotateSigningKey(seen.configId(), expected, scheme, secret.sealed(), secret.publicKey(), overlap);
        return new Rotation(command, secret.clear());
    }
}
