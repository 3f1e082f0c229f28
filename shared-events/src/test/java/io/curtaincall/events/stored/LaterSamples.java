package io.curtaincall.events.stored;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Delay;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.Credential;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.live.LiveEvent.Content;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.InOrder;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Dialect;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Source;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import io.curtaincall.events.ondemand.OnDemandId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events with what later versions add to them, each with a golden file of its own. */
final class LaterSamples {
    /** By the ending of the golden file. */
    static final Map<String, Object> ALL = Map.of(
            "with-dialect",
            new NotifyConfigAdded(
                    dialect(
                            "live.example.com",
                            new Signing("of-a-dialect", Samples.SEALED),
                            new OnDemand("https://customer.example.com/ask", false),
                            null,
                            null),
                    Samples.NOON),
            "with-channels",
            new NotifyConfigChanged(
                    dialect("rtc/app1", new Signing(Signing.NONE, null), null, List.of("ch1", "ch2"), null),
                    Samples.NOON),
            "with-retry",
            new NotifyConfigAdded(
                    dialect(
                            "live.example.com",
                            new Signing("of-a-dialect", Samples.SEALED),
                            null,
                            null,
                            new Retry(List.of(Duration.ofSeconds(1), Duration.ofHours(36)))),
                    Samples.NOON),
            "with-wording",
            new NotifyConfigChanged(
                    new NotifyConfigVersion(
                            Samples.CONFIG,
                            2,
                            Samples.DEMO,
                            "live.example.com",
                            "*",
                            "https://customer.example.com/cb",
                            Set.of(Topic.RECORDING_FILE_COMPLETED),
                            "of-a-dialect",
                            new Signing(Signing.NONE, null),
                            true,
                            null,
                            null,
                            null,
                            null,
                            new Dialect("record", Map.of("app", "**")),
                            null),
                    Samples.NOON),
            "with-part",
            new NotifyConfigAdded(
                    new NotifyConfigVersion(
                            Samples.CONFIG,
                            1,
                            Samples.DEMO,
                            "live.example.com",
                            "*",
                            "https://customer.example.com/cb",
                            Set.of(Topic.RECORDING_FILE_COMPLETED),
                            "of-a-dialect",
                            new Signing(Signing.NONE, null),
                            true,
                            null,
                            null,
                            null,
                            null,
                            new Dialect("record", Map.of()),
                            null),
                    Samples.NOON),
            "with-content",
            new DispatchPlanned(
                    Samples.KEY,
                    List.of(new PlannedCallback(
                            Samples.CALLBACK,
                            Samples.CONFIG,
                            2,
                            Samples.DEMO,
                            "https://customer.example.com/cb",
                            "of-a-dialect",
                            new Content("application/json; charset=utf-8", "{\"a\":1}"),
                            null,
                            null)),
                    List.of(),
                    41,
                    "node-1",
                    Samples.NOON),
            "with-schedule",
            new DispatchPlanned(
                    Samples.KEY,
                    List.of(new PlannedCallback(
                            Samples.CALLBACK,
                            Samples.CONFIG,
                            2,
                            Samples.DEMO,
                            "https://customer.example.com/cb",
                            "curtaincall",
                            null,
                            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                            null)),
                    List.of(),
                    41,
                    "node-1",
                    Samples.NOON),
            "with-body",
            new CallbackAttempted(
                    Samples.CALLBACK,
                    2,
                    Samples.SUBJECT,
                    new Request(
                            "POST",
                            "https://customer.example.com/cb",
                            Map.of("Content-Type", "application/json"),
                            19,
                            "09".repeat(32),
                            "{\"a\":1,\"sign\":\"07\"}"),
                    "203.0.113.7",
                    new Timing(Samples.NOON, 12L, 30L, 31),
                    new Responded(200, Map.of(), "", false, null),
                    new Delivered()),
            "by-default",
            new OnDemandDecided(
                    new OnDemandId("od_2"),
                    new Stream("live.example.com", "live", "demo", null, null),
                    null,
                    null,
                    true,
                    Source.DEFAULT,
                    null,
                    null,
                    Samples.NOON),
            "with-credential",
            new HookSourceAdded(
                    new HookSourceId("hs_2"),
                    null,
                    HookKind.LIVEKIT,
                    "live.example.com",
                    "edge-2",
                    "ef".repeat(32),
                    true,
                    null,
                    Samples.NOON,
                    new Credential("APIabc", Samples.SEALED)));

    /** The same, of media servers with names and a clock of their own. */
    static final Map<String, Object> OF_SERVERS = Map.of(
            "with-names",
            new HookSourceAdded(
                    new HookSourceId("hs_3"),
                    null,
                    HookKind.SRS,
                    "live.example.com",
                    "edge-3",
                    "ef".repeat(32),
                    true,
                    null,
                    Samples.NOON,
                    null,
                    Map.of("__defaultvhost__", "vod.example.com"),
                    Map.of("/data/rec", "/mnt/rec")),
            "with-clock",
            new HookReceived(
                    new HookSourceId("hs_4"),
                    HookKind.ANT_MEDIA,
                    "vodReady",
                    Map.of("id", "demo"),
                    Samples.NOON,
                    Duration.ofMinutes(-61)));

    private static final Retry TERMS = new Retry(
            "standard",
            new Quick(4, Duration.ofMillis(200), Duration.ofSeconds(3), 0.25),
            List.of(Duration.ofMinutes(1)),
            Duration.ofSeconds(7),
            Duration.ofHours(1));

    /** The same, of what configs say of retries and limits. */
    static final Map<String, Object> OF_RETRIES = Map.of(
            "with-order",
            new DispatchPlanned(
                    Samples.KEY,
                    List.of(new PlannedCallback(
                                    Samples.CALLBACK,
                                    Samples.CONFIG,
                                    2,
                                    Samples.DEMO,
                                    "https://customer.example.com/cb",
                                    "curtaincall")
                            .at(new InOrder(
                                    "lane/nc_1/0a0b",
                                    7,
                                    new CallbackId("cb_" + "0".repeat(26) + "_" + "0".repeat(13))))),
                    List.of(),
                    41,
                    "node-1",
                    Samples.NOON),
            "with-body-so-far",
            new CallbackAttempted(
                    Samples.CALLBACK,
                    1,
                    Samples.SUBJECT,
                    null,
                    "203.0.113.7",
                    new Timing(Samples.NOON, 12L, 30L, 10_000),
                    new Failed(FailureClass.TIMEOUT, "the deadline passed", "Li4u"),
                    new Abandoned("no attempt is left")),
            "with-delay",
            new CallbackAttempted(
                    Samples.CALLBACK,
                    1,
                    Samples.SUBJECT,
                    null,
                    null,
                    new Timing(Samples.NOON.plusSeconds(4), null, null, 0),
                    new Responded(204, Map.of(), "", false, null),
                    new Delivered(),
                    new Delay(Samples.NOON, Set.of(Hold.RATE_LIMIT, Hold.CIRCUIT_OPEN))),
            "with-limits",
            new NotifyConfigChanged(
                    new NotifyConfigVersion(
                            Samples.CONFIG,
                            2,
                            Samples.DEMO,
                            "live.example.com",
                            "*",
                            "https://customer.example.com/cb",
                            Set.of(Topic.RECORDING_FILE_COMPLETED),
                            "curtaincall",
                            new Signing(Signing.NONE, null),
                            true,
                            null,
                            null,
                            null,
                            new Limits(10, 2, true),
                            null,
                            null),
                    Samples.NOON),
            "with-retry-terms",
            new NotifyConfigChanged(
                    dialect("live.example.com", new Signing(Signing.NONE, null), null, null, TERMS), Samples.NOON),
            "with-terms",
            new DispatchPlanned(
                    Samples.KEY,
                    List.of(new PlannedCallback(
                            Samples.CALLBACK,
                            Samples.CONFIG,
                            2,
                            Samples.DEMO,
                            "https://customer.example.com/cb",
                            "curtaincall",
                            null,
                            null,
                            TERMS)),
                    List.of(),
                    41,
                    "node-1",
                    Samples.NOON));

    private LaterSamples() {}

    private static NotifyConfigVersion dialect(
            String domain,
            Signing signing,
            @Nullable OnDemand onDemand,
            @Nullable List<String> channels,
            @Nullable Retry retry) {
        return new NotifyConfigVersion(
                Samples.CONFIG,
                1,
                Samples.DEMO,
                domain,
                "*",
                "https://customer.example.com/cb",
                Set.of(Topic.RECORDING_FILE_COMPLETED),
                "of-a-dialect",
                signing,
                true,
                onDemand,
                channels,
                retry);
    }
}
