package io.curtaincall.events.stored;

import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenRevoked;
import io.curtaincall.events.account.Role;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.CallbackQueued;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Subject;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitClosed;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitOpened;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointGivenUp;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceRemoved;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.intakekey.IntakeKeyId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEvent.Skipped;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.events.ondemand.OnDemandEvent.Exchange;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Source;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import io.curtaincall.events.ondemand.OnDemandId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One event of each type with every field set; the golden files are these. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final AccountId DEMO = new AccountId("demo");
    static final SealedSecret SEALED = new SealedSecret("0a1b2c3d", "bm9uY2UrY2lwaGVydGV4dA==");
    static final NotifyConfigId CONFIG = new NotifyConfigId("nc_1");
    static final Grant LIMITED = new Grant(Role.READ_BODIES, List.of("live.example.com", "rtc/app1"));
    private static final HookSourceId SOURCE = new HookSourceId("hs_1");
    static final LiveEventKey KEY = LiveEventKey.of("/nodes/edge-1/nginx-rtmp", "e-1");
    static final CallbackId CALLBACK = CallbackId.of(KEY, CONFIG);

    static final Subject SUBJECT = new Subject(
            DEMO,
            CONFIG,
            2,
            KEY,
            "/nodes/edge-1/nginx-rtmp",
            "e-1",
            Topic.RECORDING_FILE_COMPLETED,
            "live.example.com",
            "live",
            "demo");

    static final List<Object> ALL = List.of(
            new AccountOpened(DEMO, "p-1", "ab".repeat(32), NOON),
            new AccessKeyIssued(DEMO, "AK1", SEALED, NOON),
            new AccessKeyRevoked(DEMO, "AK1", NOON.plusSeconds(3600), NOON),
            new AccountTokenIssued(DEMO, "tk_1", "ab".repeat(32), LIMITED, "for the dashboard", NOON),
            new AccountTokenRevoked(DEMO, "tk_1", NOON.plusSeconds(3600), NOON),
            new RecordRetentionSet(DEMO, 400, NOON),
            new OperatorTokenIssued("cd".repeat(32), NOON),
            new OperatorTokenAdded("tk_2", "cd".repeat(32), LIMITED, "for the scraper", NOON),
            new OperatorTokenRevoked("tk_2", NOON.plusSeconds(3600), NOON),
            new DomainAssigned("live.example.com", DEMO, AssignedBy.FIRST_USE, NOON),
            new NotifyConfigAdded(config(1), NOON),
            new NotifyConfigChanged(config(2), NOON),
            new NotifyConfigDisabled(config(2).disabled(), "the receiver answered 410 Gone", NOON),
            new NotifyConfigRemoved(CONFIG, DEMO, 3, NOON),
            new HookSourceAdded(
                    SOURCE,
                    DEMO,
                    HookKind.NGINX_RTMP,
                    "live.example.com",
                    "edge-1",
                    "ef".repeat(32),
                    true,
                    "/rec",
                    NOON),
            new HookSourceRemoved(SOURCE, NOON),
            new IntakeKeyIssued(DEMO, new IntakeKeyId("ik_1"), SEALED, NOON),
            new IntakeKeyRevoked(DEMO, new IntakeKeyId("ik_1"), NOON),
            new HookReceived(SOURCE, HookKind.NGINX_RTMP, "record_done", Map.of("name", "demo"), NOON),
            new LiveEventReported(
                    KEY,
                    "/nodes/edge-1/nginx-rtmp",
                    "e-1",
                    Topic.RECORDING_FILE_COMPLETED,
                    "live.example.com",
                    "live",
                    "demo",
                    DEMO,
                    "{\"specversion\":\"1.0\"}",
                    NOON,
                    NOON),
            new DispatchPlanned(
                    KEY,
                    List.of(new PlannedCallback(
                            CALLBACK, CONFIG, 2, DEMO, "https://customer.example.com/cb", "curtaincall")),
                    List.of(new Skipped(new NotifyConfigId("nc_2"), "disabled")),
                    41,
                    "node-1",
                    NOON),
            new CallbackQueued(CALLBACK, NOON),
            new EndpointGivenUp(CONFIG, 2, DEMO, "the receiver answered 410 Gone", NOON),
            new EndpointCircuitOpened(CONFIG, 2, DEMO, "node-1", 85, NOON, NOON.plusSeconds(10)),
            new EndpointCircuitClosed(CONFIG, 2, DEMO, "node-1", NOON.plusSeconds(30)),
            new CallbackAttempted(
                    CALLBACK,
                    1,
                    SUBJECT,
                    new Request(
                            "POST", "https://customer.example.com/cb", Map.of("webhook-id", "cb"), 21, "09".repeat(32)),
                    "203.0.113.7",
                    new Timing(NOON, 12L, 30L, 31),
                    new Responded(503, Map.of("retry-after", "5"), "YnVzeQ==", false, "connection reset"),
                    new RetryAt(NOON.plusSeconds(5), "quick 1", 120)),
            new OnDemandDecided(
                    new OnDemandId("od_1"),
                    new Stream("live.example.com", "live", "demo", 2000, "h264"),
                    DEMO,
                    new Exchange(
                            CONFIG,
                            2,
                            new Request(
                                    "GET",
                                    "https://customer.example.com/ask?stream=demo",
                                    Map.of("Accept", "*/*"),
                                    0,
                                    "09".repeat(32)),
                            "203.0.113.7",
                            new Timing(NOON, 12L, 30L, 31),
                            new Responded(200, Map.of(), "e30=", false, null)),
                    true,
                    Source.FAILURE_RULE,
                    "{\"Format\":[\"mp4\"]}",
                    "not an answer",
                    NOON));

    private Samples() {}

    private static NotifyConfigVersion config(long version) {
        return new NotifyConfigVersion(
                CONFIG,
                version,
                DEMO,
                "live.example.com",
                "*",
                "https://customer.example.com/cb",
                Set.of(Topic.RECORDING_FILE_COMPLETED),
                "curtaincall",
                new Signing("standard-webhooks", SEALED),
                true);
    }
}
