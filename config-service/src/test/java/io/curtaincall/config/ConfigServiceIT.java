package io.curtaincall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.embedded.EmbeddedMongo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import okhttp3.tls.HeldCertificate;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ConfigServiceIT {
    private static final String CONFIG = "{\"domain\":\"%s\",\"url\":\"https://8.8.8.8/cb\"}";
    private static final String OTHER_KEY = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void everything_is_there_after_a_restart_and_only_the_right_key_starts_it() {
        String path;
        try (var service = RunningConfigService.start(store, folder)) {
            ConfigClient demo = service.client()
                    .as(service.credentials().at("/account/token").stringValue());
            path = demo.post("/v1/notify-configs", CONFIG.formatted("a.example.com"))
                    .header("Location");
        }
        assertThatThrownBy(() -> RunningConfigService.start(store, folder, "curtaincall.key=" + OTHER_KEY))
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith("CURTAINCALL_KEY is not the key that seals the secrets in this store");
        try (var service = RunningConfigService.start(store, folder)) {
            ConfigClient operator = service.client().as(service.operatorToken());
            assertThat(operator.get(path).header("ETag")).isEqualTo("\"1\"");
            assertThat(operator.put(path, CONFIG.formatted("b.example.com"), "If-Match", "1")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void of_two_accounts_that_are_first_in_two_processes_one_owns_the_domain() throws Exception {
        try (var one = RunningConfigService.start(store, folder);
                var other = RunningConfigService.start(store, folder)) {
            ConfigClient operator = one.client().as(one.operatorToken());
            ConfigClient left = operator.as(operator.openAccount("left"));
            ConfigClient right = new ConfigClient(other.client().port(), operator.openAccount("right"));
            await().until(() -> right.get("/v1/notify-configs").status() == 200);
            for (int i = 0; i < 20; i++) {
                String config = CONFIG.formatted("race-" + i + ".example.com");
                assertThat(both(
                                () -> left.post("/v1/notify-configs", config).status(),
                                () -> right.post("/v1/notify-configs", config).status()))
                        .containsExactlyInAnyOrder(201, 409);
            }
            assertThat(operator.get("/v1/domains").json().at("/page/total").asInt())
                    .isEqualTo(20);
        }
    }

    @Test
    void where_the_operator_assigns_a_domain_of_nobody_is_refused() {
        try (var service = RunningConfigService.start(store, folder, "curtaincall.accounts.domains=assigned")) {
            ConfigClient operator = service.client().as(service.operatorToken());
            ConfigClient demo =
                    operator.as(service.credentials().at("/account/token").stringValue());
            String config = CONFIG.formatted("c.example.com");
            var refused = demo.post("/v1/notify-configs", config);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/detail")).contains("PUT /v1/domains/c.example.com");
            operator.put("/v1/domains/c.example.com", "{\"accountId\":\"demo\"}");
            assertThat(demo.post("/v1/notify-configs", config).status()).isEqualTo(201);
        }
    }

    @Test
    void no_secret_is_stored_or_logged_in_clear(CapturedOutput log) {
        List<String> secrets;
        try (var service = RunningConfigService.start(
                store,
                folder,
                "logging.level.io.curtaincall=TRACE",
                "logging.level.org.axonframework=DEBUG",
                "logging.level.org.springframework.web=TRACE")) {
            secrets = planted(service);
        }
        assertThat(secrets).allMatch(secret -> secret.length() >= 32);
        assertThat(everythingStored()).contains("planted.example.com").doesNotContain(secrets);
        assertThat(log.getAll()).contains("/v1/hook-sources").doesNotContain(secrets);
    }

    /** Has a secret of every kind made, and one given. */
    private static List<String> planted(RunningConfigService service) {
        String given = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
        ConfigClient operator = service.client().as(service.operatorToken());
        var credentials = service.credentials();
        var account = operator.post("/v1/accounts", "{\"id\":\"planted\"}");
        ConfigClient planted = operator.as(account.text("/token"));
        var config = planted.post("/v1/notify-configs", CONFIG.formatted("planted.example.com"));
        String change =
                CONFIG.formatted("planted.example.com").replace("}", ",\"signing\":{\"secret\":\"" + given + "\"}}");
        planted.put(config.header("Location"), change, "If-Match", "1");
        var rotated = planted.send("POST", config.header("Location") + "/rotate-key", "{}", "If-Match", "2");
        HeldCertificate ours = new HeldCertificate.Builder().build();
        String header = "planted-value-of-a-header-0123456789";
        String sending = CONFIG.formatted("planted.example.com")
                .replace("}", ",\"headers\":{\"X-Api-Key\":\"" + header + "\"},\"tls\":" + tls(ours) + "}");
        planted.put(config.header("Location"), sending, "If-Match", "3");
        var hook = planted.post(
                "/v1/hook-sources", "{\"kind\":\"nginx-rtmp\",\"domain\":\"planted.example.com\",\"node\":\"n\"}");
        return List.of(
                service.operatorToken(),
                credentials.at("/account/token").stringValue(),
                credentials.at("/account/accessKeySecret").stringValue(),
                account.text("/token"),
                account.text("/accessKeySecret"),
                config.text("/signing/secret"),
                given,
                rotated.text("/signing/secret"),
                header,
                ours.privateKeyPkcs8Pem().lines().toList().get(1),
                hook.text("/path").substring("/hooks/nginx-rtmp/".length()));
    }

    private static String tls(HeldCertificate ours) {
        return new JsonMapper()
                .createObjectNode()
                .put("certificate", ours.certificatePem())
                .put("key", ours.privateKeyPkcs8Pem())
                .toString();
    }

    private String everythingStored() {
        StringBuilder all = new StringBuilder();
        try (MongoClient client = MongoClients.create(store.uri())) {
            var database = client.getDatabase("curtaincall");
            for (String name : database.listCollectionNames()) {
                for (RawBsonDocument document :
                        database.getCollection(name, RawBsonDocument.class).find()) {
                    ByteBuffer bytes = document.getByteBuffer().asNIO();
                    all.append(StandardCharsets.ISO_8859_1.decode(bytes)).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static List<Integer> both(Callable<Integer> one, Callable<Integer> other) throws Exception {
        List<Integer> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(one, other))) results.add(done.get());
        }
        return results;
    }
}
