package io.curtaincall.acceptance;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of every kind, and nowhere in clear: neither in the data folder, nor in the log, nor in any answer. */
class PlantedSecretsIT {
    /** By design the only answers that show a secret, each its own and once: whoever asked could not know it else. */
    private static final Map<String, List<String>> SHOWN_ONCE = Map.ofEntries(
            entry("POST /v1/accounts", List.of("another account's token", "another account's access key")),
            shows("POST /v1/accounts/{id}/tokens", "issued by /v1/accounts/{id}/tokens"),
            shows("POST /v1/accounts/{id}/tokens/{id}/rotate", "rotated by /v1/accounts/{id}/tokens"),
            shows("POST /v1/accounts/{id}/access-keys", "issued by /v1/accounts/{id}/access-keys"),
            shows("POST /v1/accounts/{id}/access-keys/{id}/rotate", "rotated by /v1/accounts/{id}/access-keys"),
            shows("POST /v1/operator-tokens", "issued by /v1/operator-tokens"),
            shows("POST /v1/operator-tokens/{id}/rotate", "rotated by /v1/operator-tokens"),
            shows("POST /v1/accounts/{id}/intake-keys", "intake key"),
            shows("POST /v1/notify-configs, made", "signing secret, made"),
            shows("POST /v1/notify-configs/{id}/rotate-key, made", "rotated signing secret, made"),
            shows("POST /v1/notify-configs, brought", "signing secret, brought"),
            shows("POST /v1/notify-configs/{id}/rotate-key, brought", "rotated signing secret, brought"),
            shows("POST /v1/hook-sources, srs", "URL of a hook source, srs"),
            shows("POST /v1/hook-sources, oryx", "URL of a hook source, oryx"),
            shows("POST /v1/hook-sources, livekit", "URL of a hook source, livekit"),
            shows("POST /v1/hook-sources, ovenmediaengine", "URL of a hook source, ovenmediaengine"),
            shows("POST /v3/auth/tokens", "token of a dialect"));

    private static final String PUSH_ARGUMENT = "planted-push-argument";
    private static final String PUBLISHER = "planted-publisher-token";
    private static final String CONTROL = "a-stream-that-is-no-secret";
    private static final String EVENT = "application/cloudevents+json";

    private final PlantedCallbacks callbacks;
    private final Installation installation;
    private final Secrets secrets = new Secrets();
    private final PlantedThings things;
    private final Credentials.Account demo;
    private final Scene scene;
    private final IntakeKey intake;

    PlantedSecretsIT(@TempDir Path folder) throws IOException {
        callbacks = new PlantedCallbacks(folder);
        installation = Installation.start(Shape.ALL_IN_ONE, Installations.freshFolder("planted"), callbacks.settings());
        things = new PlantedThings(installation, secrets);
        demo = installation.credentials().account();
        scene = Scene.in(installation);
        intake = things.intakeKey();
    }

    private static Map.Entry<String, List<String>> shows(String operation, String secret) {
        return entry(operation, List.of(secret));
    }

    @AfterEach
    void stop() throws IOException {
        scene.close();
        installation.close();
        callbacks.close();
    }

    @Test
    void no_secret_is_written_said_or_answered_but_for_the_one_answer_that_shows_it() throws Exception {
        plantKnown();
        try (Relay relay = Relay.before(installation.front())) {
            Walk walk = new Walk(relay.uri());
            String other = askForAll();
            PlantedQuestions questions = new PlantedQuestions(installation, scene);
            WrongSecrets wrong = new WrongSecrets(walk, demo, scene.domain());
            deliver(walk);
            questions.askInDialects(walk);
            wrong.show(things, intake, event().json());
            questions.lookAtEverything(walk, other, things.rotatedAway());
            wrong.plantInto(secrets);
            installation.parts().forEach(part -> part.process().terminate());

            assertThat(walk.statuses()).contains(200, 202, 400, 401, 403, 404, 405, 409);
            assertThat(secrets.in(relay.answers())).isEmpty();
            assertThat(new Secrets().plant("control", CONTROL).in(relay.answers()))
                    .isNotEmpty();
        }
        assertThat(things.shown().keySet()).isEqualTo(SHOWN_ONCE.keySet());
        things.shown()
                .forEach((operation, answer) -> assertThat(secrets.in(answer))
                        .as(operation)
                        .containsExactlyInAnyOrderElementsOf(SHOWN_ONCE.getOrDefault(operation, List.of())));
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        Path data = installation.folder().resolve("data");
        assertThat(secrets.below(installation.folder(), Set.of("credentials.json", "key")))
                .isEmpty();
        assertThat(secrets.below(data, Set.of("key")))
                .as("those of the first start, in the file for them")
                .isNotEmpty()
                .allMatch(found -> found.endsWith(" in credentials.json"));
        assertThat(new Secrets().plant("control", CONTROL).below(data, Set.of()))
                .isNotEmpty();
        assertThat(new Secrets()
                        .plant("control", "is ready at")
                        .plant("a failure", "has not taken disabled_")
                        .below(installation.folder(), Set.of()))
                .containsExactlyInAnyOrder("control in all-in-one.log", "a failure in all-in-one.log");
    }

    private void plantKnown() throws IOException {
        callbacks.plantInto(secrets);
        secrets.plant("operator's token", installation.credentials().operatorToken())
                .plant("account's token", demo.token())
                .plant("access key", demo.accessKeySecret())
                .plant("signing secret", scene.config().at("/signing/secret").asText())
                .plant("secret of a media server", PlantedThings.SERVER_SECRET)
                .plant("argument of an ingest URL", PUSH_ARGUMENT)
                .plant("token of a publisher", PUBLISHER)
                .plant("key of a dialect", PlantedQuestions.DIALECT_KEY)
                .plant("key of another dialect", PlantedQuestions.OTHER_DIALECT_KEY)
                .plant(
                        "master key",
                        Files.readString(installation.folder().resolve("data/key"))
                                .strip());
    }

    /** @return the token of another account */
    private String askForAll() {
        things.credentials();
        String brought = things.config("brought", callbacks.ofBank(scene.domain()));
        installation
                .asDemo()
                .put(installation.config(), brought, "2", callbacks.ofBankNow(scene.domain()))
                .expect(200);
        things.config(
                "made",
                OwnThings.object()
                        .put("domain", scene.domain())
                        .put("url", scene.receiver().url("/made")));
        installation.asDemo().addConfig(callbacks.ofGone(scene.domain())).expect(201);
        installation.asDemo().addConfig(callbacks.ofNoTls(scene.domain())).expect(201);
        String[] secret = {"serverSecret", PlantedThings.SERVER_SECRET};
        things.hookSource("srs", scene.domain());
        things.hookSource("oryx", scene.domain(), secret);
        things.hookSource("ovenmediaengine", scene.domain(), secret);
        things.hookSource("livekit", scene.domain(), "serverKey", "APIplanted", secret[0], secret[1]);
        things.subjectToken(Proofs.subjectToken(installation.front(), demo));
        return things.otherAccount().path("token").asText();
    }

    private void deliver(Walk walk) {
        walk.post("/v1/live-events", demo.token(), EVENT, event().json());
        scene.awaitRequests(1);
        callbacks.awaitAll();
        scene.receiver().on("/hook", Answer.status(500));
        callbacks.turnAllAway(true);
        walk.send(intake.report(walk.address(), event().json()));
        await().atMost(Scene.SOON)
                .until(() -> scene.records("&status=failed").toString().contains("proxy_failed"));
        callbacks.turnAllAway(false);
        scene.awaitRequests(2);
        String hook = "{\"action\":\"on_publish\",\"client_id\":\"c1\",\"ip\":\"192.0.2.7\",\"vhost\":\"v\","
                + "\"app\":\"live\",\"tcUrl\":\"rtmp://h/live?token=" + PUBLISHER
                + "\",\"stream\":\"s\",\"param\":\"?token=" + PUBLISHER + "\"}";
        walk.json("POST", things.hookPath("srs"), "", hook);
        walk.json("POST", things.hookPath("srs"), "", hook.replace("on_publish", "on_unpublish"));
        walk.json("POST", things.hookPath("srs"), "", "{\"param\":" + PUBLISHER);
        String opaque = "\"opaque\":\"" + PlantedThings.SERVER_SECRET + "\",\"action\"";
        walk.json("POST", things.hookPath("oryx"), "", hook.replace("\"action\"", opaque));
        walk.send(Proofs.egress(walk.address(), things.hookPath("livekit"), "APIplanted", PlantedThings.SERVER_SECRET));
        walk.send(Proofs.admission(
                walk.address(),
                things.hookPath("ovenmediaengine"),
                PlantedThings.SERVER_SECRET,
                "s2?token=" + PUBLISHER));
    }

    private ReportedEvent event() {
        return LiveEvents.started(scene.domain(), "live", CONTROL)
                .with("pushArgs", Map.of("callback_a", "kept", "auth_key", PUSH_ARGUMENT));
    }
}
