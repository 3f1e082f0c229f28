package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.ServiceProcess;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.ReceivedRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new master key in the midst of work, with a secret of every kind that the former one has sealed. */
class RekeyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Installation installation = Installations.start(Shape.ALL_IN_ONE, "rekey");
    private final Path data = installation.folder().resolve("data");
    private final List<SealedThings> things = new ArrayList<>();
    private final Path keys;

    RekeyIT(@TempDir Path keys) {
        this.keys = keys;
    }

    @AfterEach
    void stop() {
        things.forEach(SealedThings::close);
        installation.close();
    }

    @Test
    void every_secret_stays_open_while_the_key_is_replaced_and_with_the_new_one_alone() throws Exception {
        SealedThings before = sealedThings();
        before.assertOpen();
        String former = Files.readString(data.resolve("key"));
        long sealedByFormer = sealedBy(former);
        AtomicBoolean enough = new AtomicBoolean();
        List<String> promised = new ArrayList<>();
        Thread load = load(before.scene(), enough, promised);

        assertThat(rekey())
                .containsPattern("Key [0-9a-f]{8} seals from now on, and opens what key [0-9a-f]{8} has sealed");
        await().atMost(PATIENCE).until(() -> installation.said().contains("from now on"));
        SealedThings after = sealedThings();
        enough.set(true);
        load.join();

        assertThat(promised).isNotEmpty();
        before.assertOpen();
        after.assertOpen();
        await().atMost(Scene.SOON).until(() -> before.delivered().containsAll(promised));
        for (ReceivedRequest request : before.scene().receiver().requestsTo("/hook"))
            before.scene().verifySigned(request);
        String newest = Files.readString(data.resolve("key"));
        assertThat(newest).isNotEqualTo(former);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(sealedByFormer).isPositive();
        assertThat(sealedBy(former)).as("sealed by the former key by now").isEqualTo(sealedByFormer);
        assertThat(sealedBy(newest)).as("sealed by the newest").isPositive();
        startAgain();
        before.assertOpen();
        after.assertOpen();
        theFormerKeyAloneIsRefused(former);
    }

    @Test
    void a_second_one_at_the_same_time_says_so_and_does_nothing() throws IOException {
        String key = Files.readString(data.resolve("key"));
        try (FileChannel first =
                FileChannel.open(data.resolve("rekey.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(first.tryLock()).isNotNull();
            ServiceProcess second = command("rekey");
            assertThat(second.awaitExit(PATIENCE)).isEqualTo(1);
            assertThat(second.said()).contains("another 'rekey' is at work on the data folder " + data);
            assertThat(data.resolve("key")).hasContent(key);
            assertThat(data.resolve("key.next")).doesNotExist();
        }
        assertThat(rekey()).contains("seals from now on");
        assertThat(Files.readString(data.resolve("key"))).isNotEqualTo(key);
    }

    private static Thread load(Scene scene, AtomicBoolean enough, List<String> promised) {
        return Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                var accepted = scene.report(scene.started());
                accepted.path("callbacks")
                        .forEach(callback ->
                                promised.add(callback.path("callbackId").asText()));
            }
        });
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

    private SealedThings sealedThings() {
        SealedThings made = new SealedThings(installation, keys);
        things.add(made);
        return made;
    }

    /** How many secrets the events hold that a key has sealed: each names it, by the head of its hash. */
    private long sealedBy(String key) throws IOException, GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key.strip()));
        String named = "\"keyId\":\"" + HexFormat.of().formatHex(hash).substring(0, 8) + "\"";
        long count = 0;
        try (MongoClient client = MongoClients.create(
                Files.readString(data.resolve("store/address")).strip())) {
            var events = client.getDatabase("curtaincall").getCollection("events", RawBsonDocument.class);
            for (RawBsonDocument commit : events.find()) {
                String text = StandardCharsets.ISO_8859_1
                        .decode(commit.getByteBuffer().asNIO())
                        .toString();
                count += text.split(named, -1).length - 1;
            }
        }
        return count;
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
