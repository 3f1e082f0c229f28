package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import io.curtaincall.acceptance.Proofs.IntakeKey;
import io.curtaincall.acceptance.planted.Relay;
import io.curtaincall.acceptance.planted.Secrets;
import io.curtaincall.acceptance.planted.Walk;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets of every kind, and nowhere in clear: neither in the data folder, nor in the log, nor in any answer. */
class PlantedSecretsIT {
    private static final String OPERATOR_HOOK = "whsec_" + "cGxhbnRlZC1vcGVyYXRvci1ob29rLXNlY3JldA==";
    private static final String PROXY_PASSWORD = "planted-proxy-password";
    private static final String HOOK_SERVER = "planted-hook-server-secret";
    private static final String DIALECT_KEY = "plantedDialectKey1234567";
    private static final String PUSH_ARGUMENT = "planted-push-argument";
    private static final String PUBLISHER = "planted-publisher-token";
    private static final String URL_PASSWORD = "planted-url-password";
    private static final String CONTROL = "a-stream-that-is-no-secret";
    private static final String EVENT = "application/cloudevents+json";

    private final Installation installation = Installation.start(
            Shape.ALL_IN_ONE,
            Installations.freshFolder("planted"),
            "dispatch.delivery.quick-wait=200ms",
            "dispatch.delivery.schedule=1s,1s",
            "dispatch.hooks.grace=1s",
            "dispatch.operator-hook.url=http://127.0.0.1:9/warnings",
            "dispatch.operator-hook.secret=" + OPERATOR_HOOK,
            "dispatch.sending.proxy-password=" + PROXY_PASSWORD);

    private final Credentials.Account demo = installation.credentials().account();
    private final String operator = installation.credentials().operatorToken();
    private final Credentials.Account other = Accounts.open(installation);
    private final Scene scene = Scene.in(installation);
    private final IntakeKey intake = IntakeKey.issue(installation, installation.asDemo(), demo.id());
    private final String srs = hookPath("srs", Map.of());
    private final String ome = hookPath("ovenmediaengine", Map.of("serverSecret", HOOK_SERVER));

    @AfterEach
    void stop() {
        scene.close();
        installation.close();
    }

    @Test
    void no_secret_is_written_said_or_answered_but_for_the_one_answer_that_shows_it() throws Exception {
        try (Relay relay = Relay.before(installation.front())) {
            Walk walk = new Walk(relay.uri());
            deliverOneThatFailsAndOneThatDoesNot(walk);
            lookAtEverything(walk);
            provokeErrors(walk);
            askInADialect(LiveSdk.at(relay.uri(), demo.accessKeyId(), demo.accessKeySecret()));
            installation.parts().forEach(part -> part.process().terminate());

            assertThat(walk.statuses()).contains(200, 202, 400, 401, 403, 404, 409, 415);
            assertThat(secrets().in(relay.answers())).isEmpty();
            assertThat(secrets().plant("control", CONTROL).in(relay.answers())).containsExactly("control");
        }
        Secrets kept = secrets().plant("key of a dialect", DIALECT_KEY);
        Path data = installation.folder().resolve("data");
        assertThat(kept.below(installation.folder(), Set.of("credentials.json", "key")))
                .isEmpty();
        assertThat(kept.below(data, Set.of("key")))
                .as("those of the first start, in the file for them")
                .isNotEmpty()
                .allMatch(found -> found.endsWith(" in credentials.json"));
        assertThat(new Secrets().plant("control", CONTROL).below(data, Set.of()))
                .isNotEmpty();
        assertThat(new Secrets().plant("control", "is ready at").below(installation.folder(), Set.of()))
                .containsExactly("control in all-in-one.log");
    }

    /** Short ones among the generated would be found by chance; there are none. */
    private Secrets secrets() throws Exception {
        return new Secrets()
                .plant("operator's token", operator)
                .plant("account's token", demo.token())
                .plant("access key", demo.accessKeySecret())
                .plant("another account's token", other.token())
                .plant("another account's access key", other.accessKeySecret())
                .plant("signing secret", scene.config().at("/signing/secret").asText())
                .plant("bytes of the signing secret", signingBytes())
                .plant("intake key", intake.secret())
                .plant("URL of a hook source", srs.substring(srs.lastIndexOf('/') + 1))
                .plant("URL of another hook source", ome.substring(ome.lastIndexOf('/') + 1))
                .plant("secret of a media server", HOOK_SERVER)
                .plant("operator hook", OPERATOR_HOOK)
                .plant("proxy's password", PROXY_PASSWORD)
                .plant("argument of an ingest URL", PUSH_ARGUMENT)
                .plant("token of a publisher", PUBLISHER)
                .plant("password in a URL", URL_PASSWORD)
                .plant(
                        "master key",
                        Files.readString(installation.folder().resolve("data/key"))
                                .strip());
    }

    private String signingBytes() {
        return scene.config().at("/signing/secret").asText().substring("whsec_".length());
    }

    private void deliverOneThatFailsAndOneThatDoesNot(Walk walk) {
        walk.post("/v1/live-events", demo.token(), EVENT, event().json());
        scene.awaitRequests(1);
        scene.receiver().on("/hook", Answer.status(500));
        walk.send(intake.report(walk.address(), event().json()));
        scene.awaitRequests(3);
        String hook =
                "{\"action\":\"on_publish\",\"client_id\":\"c1\",\"ip\":\"192.0.2.7\",\"vhost\":\"v\",\"app\":\"live\","
                        + "\"tcUrl\":\"rtmp://h/live?token=" + PUBLISHER + "\",\"stream\":\"s\",\"param\":\"?token="
                        + PUBLISHER
                        + "\"}";
        walk.json("POST", srs, "", hook);
        walk.json("POST", srs, "", hook.replace("on_publish", "on_unpublish"));
        walk.send(Proofs.admission(walk.address(), ome, HOOK_SERVER, "s2?token=" + PUBLISHER));
        await().atMost(Scene.SOON).until(() -> !scene.records("").isEmpty());
    }

    private ReportedEvent event() {
        return LiveEvents.started(scene.domain(), "live", CONTROL)
                .with("pushArgs", Map.of("callback_a", "kept", "auth_key", PUSH_ARGUMENT));
    }

    private void lookAtEverything(Walk walk) {
        String[] callers = {operator, demo.token(), other.token(), ""};
        String config = "/v1/notify-configs/" + scene.config().path("id").asText();
        String callback = scene.records("").getFirst().path("callbackId").asText();
        for (String path : new String[] {
            "/v1/accounts",
            "/v1/accounts/" + demo.id() + "/retention",
            "/v1/accounts/" + demo.id() + "/intake-keys",
            "/v1/domains",
            "/v1/notify-configs",
            config,
            "/v1/hook-sources",
            "/v1/callback-records?domain=" + scene.domain(),
            "/v1/callback-records",
            "/v1/callbacks/" + callback,
            "/v1/on-demand-decisions",
            "/v1/admin/replays",
            "/actuator",
            "/actuator/health",
            "/actuator/prometheus",
            "/actuator/env",
            "/actuator/configprops",
            "/actuator/heapdump",
            "/",
            "/error",
            "/v1/nothing"
        }) walk.get(path, callers);
        walk.json("PUT", config, demo.token(), "{\"topics\":[\"recording.started\"]}");
        walk.json("POST", "/v1/admin/replays", operator, "{\"readModel\":\"callback-records\"}");
        walk.json("POST", "/v1/on-demand-decisions", demo.token(), place());
    }

    private String place() {
        return "{\"domain\":\"" + scene.domain() + "\",\"app\":\"live\",\"stream\":\"s\"}";
    }

    private void provokeErrors(Walk walk) {
        String token = demo.token();
        walk.get("/v1/accounts", operator + "x", token.substring(1), "Basic " + token);
        walk.get("/v1/accounts?access_token=" + token + "&token=" + operator, "");
        walk.json("POST", "/v1/notify-configs", token, config("ftp://u:" + URL_PASSWORD + "@h.example.com/"));
        walk.json("POST", "/v1/notify-configs", token, config("https://u:" + URL_PASSWORD + "@h.example.com/"));
        walk.json("POST", "/v1/notify-configs", token, config("https://h.example.com/") + PUSH_ARGUMENT);
        walk.json("POST", "/v1/notify-configs", other.token(), config("https://h.example.com/"));
        for (String kind : new String[] {"nginx-rtmp", "livekit", "nothing"}) {
            walk.json(
                    "POST",
                    "/v1/hook-sources",
                    token,
                    "{\"kind\":\"" + kind + "\",\"domain\":\"" + scene.domain()
                            + "\",\"node\":\"n\",\"serverSecret\":\"" + HOOK_SERVER + "\"}");
        }
        walk.post("/v1/live-events", token, EVENT, event().json().replace("\"live\"", "7"));
        walk.post("/v1/live-events", token, EVENT, "{\"auth_key\":" + PUSH_ARGUMENT);
        walk.post("/v1/live-events", token, "text/plain", event().json());
        walk.post("/v1/live-events", other.token(), EVENT, event().json());
        walk.send(new IntakeKey(intake.id(), "wrong").report(walk.address(), event().json()));
        walk.send(Proofs.admission(walk.address(), ome, "wrong", "s?token=" + PUBLISHER));
        walk.json("POST", srs, "", "{\"param\":" + PUBLISHER);
        walk.json("DELETE", srs, "", "");
        walk.json("POST", "/v1/accounts/" + demo.id() + "/intake-keys/" + intake.id(), token, "");
        walk.json("POST", "/v1/accounts", operator, "{\"id\":\"" + demo.id() + "\"}");
    }

    private String config(String url) {
        return "{\"domain\":\"" + scene.domain() + "\",\"url\":\"" + url + "\"}";
    }

    private void askInADialect(LiveSdk sdk) throws Exception {
        var adding = new AddLiveRecordNotifyConfigRequest();
        adding.setDomainName(scene.domain());
        adding.setNotifyUrl(scene.receiver().url("/notify"));
        adding.setNotifyReqAuth(true);
        adding.setNotifyAuthKey(DIALECT_KEY);
        sdk.send(adding);
        var asking = new DescribeLiveRecordNotifyRecordsRequest();
        asking.setDomainName(scene.domain());
        asking.setStartTime(AlibabaScene.hoursFromNow(-1));
        asking.setEndTime(AlibabaScene.hoursFromNow(1));
        sdk.send(asking);
        for (LiveSdk refused : new LiveSdk[] {sdk.withSecret("wrong"), sdk.withKey("nobody", demo.accessKeySecret())}) {
            try {
                refused.send(asking);
            } catch (ClientException asExpected) {
                assertThat(asExpected.getErrCode()).isNotEmpty();
            }
        }
    }

    private String hookPath(String kind, Map<String, String> more) {
        return installation
                .asDemo()
                .addHookSource(kind, scene.domain(), "node-1", more)
                .expect(201)
                .json()
                .path("path")
                .asText();
    }
}
