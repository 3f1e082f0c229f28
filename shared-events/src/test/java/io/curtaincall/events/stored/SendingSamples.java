package io.curtaincall.events.stored;

import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.events.notifyconfig.Sending;
import io.curtaincall.events.notifyconfig.Sending.Tls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Like {@link LaterSamples}, of how callbacks are signed and sent. */
final class SendingSamples {
    private static final SealedSecret OLDER = new SealedSecret("0a1b2c3d", "b2xkZXIrY2lwaGVydGV4dA==");
    private static final String PUBLIC = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final Signing TWO_KEYS = new Signing(
            "standard-webhooks-ed25519",
            Samples.SEALED,
            "k2",
            PUBLIC,
            List.of(new NamedKey("k1", OLDER, null, Samples.NOON.plusSeconds(86_400))));

    /** By the ending of the golden file. */
    static final Map<String, Object> ALL = Map.of(
            "with-keys",
            new NotifyConfigChanged(config(TWO_KEYS, null), Samples.NOON),
            "with-sending",
            new NotifyConfigChanged(
                    config(
                            new Signing(Signing.NONE, null),
                            new Sending(Map.of("X-Api-Key", Samples.SEALED), new Tls(null, "PEM", OLDER, null, "PEM"))),
                    Samples.NOON),
            "with-names",
            new NotifyConfigChanged(
                    config(
                            new Signing(Signing.NONE, null),
                            new Sending(Map.of(), new Tls("ours", null, null, "private", null))),
                    Samples.NOON),
            "signed-by",
            new CallbackAttempted(
                    Samples.CALLBACK,
                    2,
                    Samples.SUBJECT,
                    null,
                    "203.0.113.7",
                    new Timing(Samples.NOON, 12L, 30L, 31),
                    new Responded(200, Map.of(), "", false, null),
                    new Delivered(),
                    null,
                    List.of("k2", "k1")));

    private SendingSamples() {}

    private static NotifyConfigVersion config(Signing signing, @Nullable Sending sending) {
        return new NotifyConfigVersion(
                Samples.CONFIG,
                2,
                Samples.DEMO,
                "live.example.com",
                "*",
                "https://customer.example.com/cb",
                Set.of(Topic.RECORDING_FILE_COMPLETED),
                "curtaincall",
                signing,
                true,
                null,
                null,
                null,
                null,
                null,
                sending);
    }
}
