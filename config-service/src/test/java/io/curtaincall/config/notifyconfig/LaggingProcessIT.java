package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;

/** A change that comes to a process which has not seen the newest version, of which it leaves most out. */
class LaggingProcessIT {
    private static final String PATH = "/v1/notify-configs";
    private static final String FORMER_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String NEWEST_SECRET = "whsec_bmV3ZXN0NDU2Nzg5YWJjZGVmMDEyMzQ1Njc=";

    private static final String ELSEWHERE = "{\"domain\":\"lag.example.com\",\"url\":\"https://8.8.8.8/elsewhere\"}";

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final RunningConfigService one;
    private final RunningConfigService lagging;
    private final SmartLifecycle feed;
    private final ConfigClient there;
    private String path = "";

    LaggingProcessIT(@TempDir Path folder) {
        one = RunningConfigService.start(store, folder);
        lagging = RunningConfigService.start(store, folder);
        feed = lagging.bean("directoryFeed", SmartLifecycle.class);
        there = lagging.client().as(lagging.operatorToken());
    }

    @BeforeEach
    void the_other_process_has_changed_every_secret_since() {
        ConfigClient here = one.client().as(one.operatorToken());
        here.openAccount("acme");
        path = here.post(PATH, config(FORMER_SECRET, "former")).header("Location");
        await().until(() -> there.get(path).status() == 200);
        feed.stop();
        Reply changed = here.put(path, config(NEWEST_SECRET, "newest"), "If-Match", "1");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    }

    @AfterEach
    void stop() {
        lagging.close();
        one.close();
        store.close();
    }

    @Test
    void a_put_brings_no_former_secret_back() throws Exception {
        NotifyConfigVersion written =
                written(CompletableFuture.supplyAsync(() -> there.put(path, ELSEWHERE, "If-Match", "2")));
        assertThat(written.url()).endsWith("/elsewhere");
        assertThat(open(written.signing().keys().getFirst())).isEqualTo(NEWEST_SECRET);
        assertThat(header(written)).isEqualTo("newest");
    }

    @Test
    void nor_does_a_rotation() throws Exception {
        NotifyConfigVersion written = written(CompletableFuture.supplyAsync(
                () -> there.send("POST", path + "/rotate-key", "{\"overlap\":\"1h\"}", "If-Match", "2")));
        assertThat(written.signing().keys().stream().map(this::open)).hasSize(2).doesNotContain(FORMER_SECRET);
        assertThat(header(written)).isEqualTo("newest");
    }

    @Test
    void as_long_as_it_knows_no_better_it_asks_to_come_back() {
        Reply refused = there.put(path, ELSEWHERE, "If-Match", "2");
        assertThat(refused.status()).isEqualTo(503);
        Reply former = there.put(path, ELSEWHERE, "If-Match", "1");
        assertThat(former.status()).as("version 1 is not the newest").isEqualTo(412);
    }

    /** What the change has made, once the process that was asked has caught up. */
    private NotifyConfigVersion written(CompletableFuture<Reply> change) throws Exception {
        await().during(Duration.ofMillis(300)).until(() -> !change.isDone());
        feed.start();
        Reply changed = change.get(30, TimeUnit.SECONDS);
        assertThat(changed.header("ETag")).as(changed.response().body()).isEqualTo("\"3\"");
        NotifyConfigId id = new NotifyConfigId(changed.text("/id"));
        return lagging.bean(Directory.class).notifyConfigs().byId(id).orElseThrow();
    }

    private String open(NamedKey key) {
        return lagging.bean(SecretSealer.class).open(key.secret());
    }

    private String header(NotifyConfigVersion config) {
        var sealed = Objects.requireNonNull(config.sending()).headers().get("X-Api-Key");
        return lagging.bean(SecretSealer.class).open(Objects.requireNonNull(sealed));
    }

    private static String config(String secret, String header) {
        return """
                {"accountId":"acme","domain":"lag.example.com","url":"https://8.8.8.8/cb",
                "signing":{"scheme":"standard-webhooks","secret":"%s"},"headers":{"X-Api-Key":"%s"}}""".formatted(secret, header);
    }
}
