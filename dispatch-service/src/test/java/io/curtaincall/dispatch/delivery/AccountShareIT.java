package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The receiver of one account is down for long, and its callbacks pile up: that is its account's affair. */
class AccountShareIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String EVENT = "application/cloudevents+json";
    private static final String DOWN = "down.example.com";
    private static final String SISTER = "sister.example.com";
    private static final String OTHERS = "others.example.com";
    private static final JsonMapper JSON = new JsonMapper();
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(
            STORE,
            "dispatch.delivery.quick-attempts=1",
            "dispatch.delivery.schedule=" + "300ms,".repeat(29) + "300ms",
            "dispatch.delivery.circuit.window=4",
            "dispatch.delivery.circuit.pause=1s",
            "dispatch.delivery.circuit.longest-pause=1s",
            "dispatch.delivery.most-unfinished=12",
            "dispatch.delivery.most-unfinished-per-account=6");

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
        account("acme", DOWN, SISTER);
        account("zenith", OTHERS);
    }

    @AfterAll
    static void close() {
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void an_account_that_has_its_share_is_asked_to_come_back_while_others_and_its_hooks_go_on() {
        RECEIVER.on("/" + DOWN, Answer.status(500));
        for (int i = 0; i < 6; i++) NODE.report(event(DOWN));
        ReportedEvent refused = event(SISTER);
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = NODE.send("POST", "/v1/live-events", refused.json(), "acme-token", EVENT);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.body()).contains("account acme has too many callbacks that are not finished");
        });
        assertThat(statusOf("acme-token", BATCH, "[" + refused.json() + "]")).isEqualTo(429);
        assertThat(statusOf(DispatchNode.OPERATOR, EVENT, refused.json())).isEqualTo(429);
        String both = LiveEvents.batch(List.of(event(OTHERS), refused));
        assertThat(statusOf(DispatchNode.OPERATOR, BATCH, both)).isEqualTo(429);
        assertOthersGoOn();
        assertHooksGoOn();
        assertShown();

        RECEIVER.on("/" + DOWN, Answer.status(200));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statusOf("acme-token", EVENT, refused.json()))
                        .isEqualTo(202));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.requestsTo("/" + SISTER))
                        .filteredOn(request -> request.text().contains(refused.id()))
                        .hasSize(1));
    }

    private static void assertOthersGoOn() {
        assertThat(statusOf("zenith-token", EVENT, event(OTHERS).json())).isEqualTo(202);
        NODE.report(event(OTHERS));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.count("/" + OTHERS)).isEqualTo(2));
    }

    /** They come once, and who is refused them lets no encoder in. */
    private static void assertHooksGoOn() {
        HookSourceAdded source = new HookSourceAdded(
                new HookSourceId("hs"),
                new AccountId("acme"),
                HookKind.NGINX_RTMP,
                SISTER,
                "edge-1",
                Hashes.sha256Hex("s3cr3t"),
                true,
                null,
                NOON);
        NODE.append(new NewEvent("HookSource", "hs", 0, source));
        String hook = "call=publish&type=live&app=live&name=s&addr=127.0.0.1&clientid=1";
        assertThat(NODE.send("POST", "/hooks/nginx-rtmp/s3cr3t", hook, "", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.count("/" + SISTER)).isPositive());
    }

    private static void assertShown() {
        JsonNode whole = backlog(DispatchNode.OPERATOR);
        assertThat(whole.at("/accounts/0/accountId").asString()).isEqualTo("acme");
        assertThat(whole.at("/accounts/0/unfinished").asLong()).isGreaterThanOrEqualTo(6);
        assertThat(whole.at("/accounts/0/most").asLong()).isEqualTo(6);
        JsonNode own = backlog("acme-token");
        assertThat(own.propertyNames()).containsExactly("accounts");
        assertThat(own.at("/accounts"))
                .singleElement()
                .returns("acme", of -> of.path("accountId").asString());
        assertThat(own.at("/accounts/0/full").asBoolean()).isTrue();
        assertThat(backlog("zenith-token").at("/accounts"))
                .singleElement()
                .returns("zenith", of -> of.path("accountId").asString())
                .returns(false, of -> of.path("full").asBoolean());
        assertThat(NODE.bean(AccountBacklogs.class).full()).isEqualTo(1);
    }

    private static ReportedEvent event(String domain) {
        return LiveEvents.started(domain, "app", "s");
    }

    private static int statusOf(String token, String type, String body) {
        return NODE.send("POST", "/v1/live-events", body, token, type).statusCode();
    }

    private static JsonNode backlog(String token) {
        return JSON.readTree(NODE.send("GET", "/v1/backlog", "", token).body());
    }

    private static void account(String name, String... domains) {
        AccountId id = new AccountId(name);
        String token = Hashes.sha256Hex(name + "-token");
        NODE.append(new NewEvent("Account", name, 0, new AccountOpened(id, "project-" + name, token, NOON)));
        for (String domain : domains) {
            DomainAssigned assigned = new DomainAssigned(domain, id, AssignedBy.FIRST_USE, NOON);
            NODE.append(
                    new NewEvent("Domain", "domain/" + domain, 0, assigned),
                    new NewEvent("NotifyConfig", domain, 0, new NotifyConfigAdded(config(id, domain), NOON)));
        }
    }

    private static NotifyConfigVersion config(AccountId account, String domain) {
        return new NotifyConfigVersion(
                new NotifyConfigId(domain),
                1,
                account,
                domain,
                NotifyConfigVersion.ANY_APP,
                RECEIVER.url("/" + domain),
                Topic.ALL_RECORDING,
                "curtaincall",
                new Signing(Signing.NONE, null),
                true,
                null,
                null,
                null);
    }
}
