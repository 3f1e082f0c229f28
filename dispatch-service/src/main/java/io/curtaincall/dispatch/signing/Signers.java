package io.curtaincall.dispatch.signing;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Signed;
import io.curtaincall.dialects.port.CallbackFormat.Unsigned;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.sending.Target;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Opens a config's secrets and makes its signer: by Standard Webhooks, or as the dialect of its format signs. */
public final class Signers {
    private final SecretSealer sealer;
    private final CallbackFormats formats;

    public Signers(SecretSealer sealer, CallbackFormats formats) {
        this.sealer = sealer;
        this.formats = formats;
    }

    /**
     * @throws IllegalArgumentException if nothing can be signed that way
     * @throws IllegalStateException if a secret cannot be opened
     */
    public Signer of(NotifyConfigVersion config) {
        return switch (config.signing().scheme()) {
            case StandardWebhooks.SHARED, StandardWebhooks.ED25519 -> standardWebhooks(config);
            case Signing.NONE -> unsigned(config);
            default -> ofDialect(config);
        };
    }

    private record Opened(NamedKey key, SigningKey secret) {}

    /** Which of the keys sign is known only when something is to be signed. */
    private Signer standardWebhooks(NotifyConfigVersion config) {
        newest(config);
        List<Opened> opened = config.signing().keys().stream()
                .map(key -> new Opened(key, SigningKey.ofSecret(sealer.open(key.secret()))))
                .toList();
        return (callbackId, at, body) -> {
            List<Opened> keys =
                    opened.stream().filter(it -> it.key().signsAt(at)).toList();
            Map<String, String> headers = StandardWebhooks.headers(
                    keys.stream().map(Opened::secret).toList(), callbackId, at, body.getBytes(StandardCharsets.UTF_8));
            List<String> ids = keys.stream().map(it -> it.key().id()).toList();
            return new SignedCallback(headers, body, ids);
        };
    }

    /** A dialect may say who sends without a key too. */
    private Signer unsigned(NotifyConfigVersion config) {
        String host = Target.of(config.url()).host();
        CallbackFormat format = formats.find(config.format()).orElse(null);
        return (callbackId, at, body) -> SignedCallback.of(
                format == null
                        ? new Signed(Map.of(), body)
                        : format.sign(new Unsigned(host, at, Signing.NONE, null, body)),
                List.of());
    }

    /** The signatures of dialects are one each, so the newest key makes it. */
    private Signer ofDialect(NotifyConfigVersion config) {
        NamedKey newest = newest(config);
        String key = sealer.open(newest.secret());
        String host = Target.of(config.url()).host();
        CallbackFormat format = formats.find(config.format())
                .orElseThrow(() -> new IllegalArgumentException("format " + config.format() + " is not known here"));
        String scheme = config.signing().scheme();
        List<String> ids = List.of(newest.id());
        return (callbackId, at, body) -> SignedCallback.of(format.sign(new Unsigned(host, at, scheme, key, body)), ids);
    }

    private static NamedKey newest(NotifyConfigVersion config) {
        return config.signing().keys().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the config has no secret to sign with"));
    }
}
