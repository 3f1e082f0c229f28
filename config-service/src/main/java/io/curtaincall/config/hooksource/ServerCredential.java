package io.curtaincall.config.hooksource;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookKind.Proof;
import io.curtaincall.events.hook.HookSourceEvent.Credential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a media server shows that it is the one it says, as its kind wants it. */
record ServerCredential(@Nullable String key, @Nullable String secret) {
    private static final String KEY = "serverKey";
    private static final String SECRET = "serverSecret";
    private static final TextRule RULE = TextRule.plain(1024);

    static ServerCredential read(RequestFields fields, String kind) {
        Optional<String> key = fields.optionalText(KEY, RULE);
        Optional<String> secret = fields.optionalText(SECRET, RULE);
        HookKind.find(kind).map(HookKind::proof).ifPresent(proof -> {
            check(fields, KEY, proof == Proof.KEY_AND_SECRET, proof != Proof.KEY_AND_SECRET);
            check(fields, SECRET, proof == Proof.KEY_AND_SECRET, proof == Proof.NONE);
        });
        return new ServerCredential(key.orElse(null), secret.orElse(null));
    }

    private static void check(RequestFields fields, String name, boolean needed, boolean unused) {
        if (needed && !fields.has(name)) fields.refuse(name, "is required for this kind");
        if (unused && fields.has(name)) fields.refuse(name, "is nothing that this kind of media server shows");
    }

    @Nullable
    Credential sealed(SecretSealer sealer) {
        return secret == null ? null : new Credential(key, sealer.seal(secret));
    }

    @Override
    public String toString() {
        return "ServerCredential[not shown]";
    }
}
