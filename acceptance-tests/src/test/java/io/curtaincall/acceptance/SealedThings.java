package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.acceptance.Proofs.IntakeKey;
import io.curtaincall.acceptance.alibaba.DocumentedCallback;
import io.curtaincall.acceptance.planted.TlsPair;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One secret of each kind that is sealed, and for each what it opens: nothing of this goes without it. */
final class SealedThings implements AutoCloseable {
    private static final String SERVER_SECRET = "what-the-media-server-signs-with";
    private static final String SERVER_KEY = "APIserver";
    private static final String HEADER = "Bearer of a gateway";
    private static final String BANK = "/bank";
    private static final String NOTIFY = "/notify";

    private final Installation installation;
    private final Scene scene;
    private final CallbackReceiver bank;
    private final List<String> publicKeys;
    private final IntakeKey intake;
    private final LiveSdk sdk;
    private final String subjectToken;
    private final Map<String, String> hookPaths;
    private int streams;

    /** @param folder for what the JDK's tool makes, keys among it */
    SealedThings(Installation installation, Path folder) {
        this.installation = installation;
        scene = Scene.in(installation);
        TlsPair ours = TlsPair.made(folder, "ours-" + scene.domain());
        TlsPair theirs = TlsPair.made(folder, "theirs-" + scene.domain());
        bank = CallbackReceiver.startMutualTls(theirs.trusting(ours));
        publicKeys = bankConfig(ours, theirs);
        intake = IntakeKey.issue(
                installation,
                installation.asDemo(),
                installation.credentials().account().id());
        sdk = AlibabaAccount.ofFirstStart(installation).sdk();
        keepDialectKey();
        subjectToken = installation
                .asDemo()
                .send(Proofs.subjectToken(
                        installation.front(), installation.credentials().account()))
                .expect(201)
                .header("X-Subject-Token")
                .orElseThrow();
        hookPaths = Map.of(
                "ovenmediaengine", hookPath("ovenmediaengine", Map.of()),
                "oryx", hookPath("oryx", Map.of()),
                "livekit", hookPath("livekit", Map.of("serverKey", SERVER_KEY)));
    }

    Scene scene() {
        return scene;
    }

    /** Signed by two private keys, one rotated into the place of the other. */
    private List<String> bankConfig(TlsPair ours, TlsPair theirs) {
        ObjectNode config = OwnThings.object().put("domain", scene.domain()).put("url", bank.url(BANK));
        config.putObject("signing").put("scheme", "standard-webhooks-ed25519");
        config.putObject("headers").put("Authorization", HEADER);
        config.putObject("tls")
                .put("certificate", ours.certificatePem())
                .put("key", ours.keyPem())
                .put("ca", theirs.certificatePem());
        JsonNode added = scene.api().addConfig(config).expect(201).json();
        String rotate = "/v1/notify-configs/" + added.path("id").asText() + "/rotate-key";
        HttpRequest rotation = scene.api()
                .request(installation.config(), rotate)
                .header("Content-Type", "application/json")
                .header("If-Match", "1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"overlap\":\"1d\"}"))
                .build();
        JsonNode rotated = scene.api().send(rotation).expect(200).json();
        return List.of(
                rotated.at("/signing/publicKey").asText(),
                added.at("/signing/publicKey").asText());
    }

    private void keepDialectKey() {
        var adding = new AddLiveRecordNotifyConfigRequest();
        adding.setDomainName(scene.domain());
        adding.setNotifyUrl(scene.receiver().url(NOTIFY));
        adding.setNotifyReqAuth(true);
        adding.setNotifyAuthKey(AlibabaScene.KEY);
        send(() -> sdk.send(adding).getRequestId());
    }

    private String hookPath(String kind, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("serverSecret", SERVER_SECRET);
        return scene.api()
                .addHookSource(kind, scene.domain(), "node-1", all)
                .expect(201)
                .json()
                .path("path")
                .asText();
    }

    /** The ids of all callbacks that have come, but for those of the dialect. */
    Set<String> delivered() {
        return Stream.of(scene.receiver().requestsTo("/hook"), bank.requestsTo(BANK))
                .flatMap(List::stream)
                .map(request -> String.valueOf(request.header("webhook-id")))
                .collect(Collectors.toSet());
    }

    void assertOpen() throws Exception {
        assertCallbacksAreSignedAndShown();
        assertMediaServersAreLetIn();
        assertDialectsAreAnswered();
    }

    private void assertCallbacksAreSignedAndShown() throws Exception {
        ReportedEvent event = LiveEvents.fileCompleted(scene.domain(), "live", "sealed");
        let(intake.report(installation.dispatch(), event.json())).expect(202);
        scene.verifySigned(awaitAbout(event, scene.receiver(), "/hook"));
        ReceivedRequest shown = awaitAbout(event, bank, BANK);
        assertThat(shown.header("authorization")).isEqualTo(HEADER);
        for (String publicKey : publicKeys)
            assertThat(Proofs.isSignedBy(publicKey, shown)).as(publicKey).isTrue();
        ReceivedRequest ofDialect = await().atMost(Scene.SOON)
                .until(() -> scene.receiver().requestsTo(NOTIFY), found -> !found.isEmpty())
                .getLast();
        new DocumentedCallback(ofDialect).requireSigned("127.0.0.1", AlibabaScene.KEY);
    }

    private static ReceivedRequest awaitAbout(ReportedEvent event, CallbackReceiver receiver, String path) {
        return await().atMost(Scene.SOON)
                .until(
                        () -> receiver.requestsTo(path).stream()
                                .filter(request -> request.text().contains(event.id()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void assertMediaServersAreLetIn() {
        URI dispatch = installation.dispatch();
        for (String secret : List.of(SERVER_SECRET, "another")) {
            int expected = secret.equals(SERVER_SECRET) ? 200 : 401;
            Reply admission = let(Proofs.admission(dispatch, hookPath("ovenmediaengine"), secret, "s" + ++streams));
            assertThat(admission.status()).isEqualTo(expected);
            assertThat(admission.text().contains("\"allowed\":true")).isEqualTo(expected == 200);
            Reply egress = let(Proofs.egress(dispatch, hookPath("livekit"), SERVER_KEY, secret));
            assertThat(egress.status()).isEqualTo(expected);
            Reply opaque = let(Proofs.opaque(dispatch, hookPath("oryx"), secret));
            assertThat(opaque.status()).isEqualTo(expected);
        }
    }

    private String hookPath(String kind) {
        return Objects.requireNonNull(hookPaths.get(kind), kind);
    }

    private Reply let(HttpRequest request) {
        return scene.api().send(request);
    }

    /** By access key, and by a token that is sealed itself. */
    private void assertDialectsAreAnswered() {
        var account = installation.credentials().account();
        var asking = AlibabaScene.lastHourOf(scene.domain());
        assertThat(send(() -> sdk.send(asking).getRequestId())).isNotEmpty();
        HttpRequest list = HttpRequest.newBuilder(
                        installation.front().resolve("/v1/" + account.projectId() + "/record/callbacks"))
                .header("X-Auth-Token", subjectToken)
                .build();
        assertThat(let(list).status()).isEqualTo(200);
    }

    private interface Sending {
        String send() throws Exception;
    }

    private static String send(Sending sending) {
        try {
            return sending.send();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        bank.close();
        scene.close();
    }
}
