package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import io.curtaincall.acceptance.Proofs.IntakeKey;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.ServiceProcess;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.ReceivedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new master key in the midst of work, with a secret of every kind that the former one has sealed. */
class RekeyIT {
    private static final String HOOK_SECRET = "what-the-media-server-signs-with";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Installation installation = Installations.start(Shape.ALL_IN_ONE, "rekey");
    private final Path data = installation.folder().resolve("data");
    private final List<Scene> scenes = new ArrayList<>();
    private int streams;

    @AfterEach
    void stop() {
        scenes.forEach(Scene::close);
        installation.close();
    }

    /** One secret of each kind that is sealed: what proves that each is still open. */
    private record Secrets(Scene signing, IntakeKey intake, String hookPath) {}

    @Test
    void every_secret_stays_open_while_the_key_is_replaced_and_with_the_new_one_alone() throws Exception {
        Secrets before = secrets();
        String former = Files.readString(data.resolve("key"));
        AtomicBoolean enough = new AtomicBoolean();
        List<String> promised = new ArrayList<>();
        Thread load = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                var accepted = before.signing().report(before.signing().started());
                promised.add(accepted.at("/callbacks/0/callbackId").asText());
            }
        });

        assertThat(rekey())
                .containsPattern("Key [0-9a-f]{8} seals from now on, and opens what key [0-9a-f]{8} has sealed");
        Secrets after = secrets();
        enough.set(true);
        load.join();

        assertThat(promised).isNotEmpty();
        assertOpen(before);
        assertOpen(after);
        for (String callbackId : promised) awaitCallback(before.signing(), callbackId);
        for (ReceivedRequest request : before.signing().receiver().requests())
            before.signing().verifySigned(request);
        assertThat(Files.readString(data.resolve("key"))).isNotEqualTo(former);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
                .isEqualTo("rw-------");
        startAgain();
        assertOpen(before);
        assertOpen(after);
        theFormerKeyAloneIsRefused(former);
    }

    private void theFormerKeyAloneIsRefused(String former) throws Exception {
        installation.parts().forEach(part -> part.process().terminate());
        String newest = Files.readString(data.resolve("key"));
        Files.writeString(data.resolve("key"), former);
        ServiceProcess refused = command("up", "--port", "0");
        assertThat(refused.awaitExit(PATIENCE)).isEqualTo(1);
        assertThat(refused.said()).contains("is not the key that seals", "which 'rekey' has replaced");
        Files.writeString(data.resolve("key"), newest);
        installation.startAgain();
        assertThat(rekey()).contains("seals from now on");
    }

    private void startAgain() {
        installation.parts().forEach(part -> part.process().terminate());
        installation.startAgain();
    }

    private Secrets secrets() {
        Scene scene = Scene.in(installation);
        scenes.add(scene);
        String account = installation.credentials().account().id();
        String hookPath = installation
                .asDemo()
                .addHookSource("ovenmediaengine", scene.domain(), "node-1", Map.of("serverSecret", HOOK_SECRET))
                .expect(201)
                .json()
                .path("path")
                .asText();
        return new Secrets(scene, IntakeKey.issue(installation, installation.asDemo(), account), hookPath);
    }

    private void assertOpen(Secrets secrets) throws Exception {
        Scene scene = secrets.signing();
        String callbackId = scene.api()
                .send(secrets.intake()
                        .report(installation.dispatch(), scene.started().json()))
                .expect(202)
                .json()
                .at("/accepted/0/callbacks/0/callbackId")
                .asText();
        scene.verifySigned(awaitCallback(scene, callbackId));
        assertThat(admission(secrets, HOOK_SECRET).expect(200).text()).contains("\"allowed\":true");
        assertThat(admission(secrets, "another").status()).isEqualTo(401);
        DescribeLiveRecordNotifyRecordsRequest question = new DescribeLiveRecordNotifyRecordsRequest();
        question.setDomainName(scene.domain());
        question.setStartTime(AlibabaScene.hoursFromNow(-1));
        question.setEndTime(AlibabaScene.hoursFromNow(1));
        assertThat(AlibabaAccount.ofFirstStart(installation)
                        .sdk()
                        .send(question)
                        .getCode())
                .isZero();
    }

    private Reply admission(Secrets secrets, String secret) {
        String stream = "stream-" + ++streams;
        return secrets.signing()
                .api()
                .send(Proofs.admission(installation.dispatch(), secrets.hookPath(), secret, stream));
    }

    private static ReceivedRequest awaitCallback(Scene scene, String callbackId) {
        return await().atMost(Scene.SOON)
                .until(
                        () -> scene.receiver().requestsTo("/hook").stream()
                                .filter(request -> callbackId.equals(request.header("webhook-id")))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String rekey() {
        ServiceProcess process = command("rekey");
        assertThat(process.awaitExit(PATIENCE)).as(process.said()).isZero();
        return process.said();
    }

    private ServiceProcess command(String name, String... more) {
        List<String> all = new ArrayList<>(List.of(name, "--data", data.toString()));
        all.addAll(List.of(more));
        return ServiceProcess.start(all, Map.of(), installation.folder().resolve("command.log"));
    }
}
