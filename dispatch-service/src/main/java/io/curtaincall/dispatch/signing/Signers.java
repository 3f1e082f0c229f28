package io.curtaincall.dispatch.signing;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Signed;
import io.curtaincall.dialects.port.CallbackFormat.Unsigned;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.sending.Target;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Opens a config's secret and makes its signer: by Standard Webhooks, or as the dialect of its format signs. */
public final class Signers {
    private static final String STANDARD_WEBHOOKS = "standard-webhooks";

    private final SecretSealer sealer;
    private final CallbackFormats formats;

    public Signers(SecretSealer sealer, CallbackFormats formats) {
        this.sealer = sealer;
        this.formats = formats;
    }

    /**
     * @throws IllegalArgumentException if nothing can be signed that way
     * @throws IllegalStateException if the secret cannot be opened
     */
    public Signer of(NotifyConfigVersion config) {
        return switch (config.signing().scheme()) {
            case STANDARD_WEBHOOKS -> standardWebhooks(open(config));
            case Signing.NONE -> unsigned(config);
            default -> ofDialect(config, open(config));
        };
    }

    private static Signer standardWebhooks(String secret) {
        SigningKey key = SigningKey.ofSecret(secret);
        return (callbackId, at, body) ->
                new Signed(StandardWebhooks.headers(key, callbackId, at, body.getBytes(StandardCharsets.UTF_8)), body);
    }

    /** A dialect may say who sends without a key too. */
    private Signer unsigned(NotifyConfigVersion config) {
        String host = Target.of(config.url()).host();
        CallbackFormat format = formats.find(config.format()).orElse(null);
        return (callbackId, at, body) -> format == null
                ? new Signed(Map.of(), body)
                : format.sign(new Unsigned(host, at, Signing.NONE, null, body));
    }

    private Signer ofDialect(NotifyConfigVersion config, String key) {
        String host = Target.of(config.url()).host();
        CallbackFormat format = formats.find(config.format())
                .orElseThrow(() -> new IllegalArgumentException("format " + config.format() + " is not known here"));
        String scheme = config.signing().scheme();
        return (callbackId, at, body) -> format.sign(new Unsigned(host, at, scheme, key, body));
    }

    private String open(NotifyConfigVersion config) {
        SealedSecret secret = config.signing().secret();
        if (secret == null) throw new IllegalArgumentException("the config has no secret to sign with");
        return sealer.open(secret);
    }
}
