package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBothShapes
class NotifyConfigIT {
    private static final String CONFIGS = "/v1/notify-configs";

    private final Installation installation;
    private final CurtaincallApi demo;

    NotifyConfigIT(Shape shape) {
        installation = Installations.of(shape);
        demo = installation.asDemo();
    }

    @Test
    void a_config_lives_from_creation_to_removal() {
        Reply created = demo.addConfig(Scene.freshDomain(), "https://receiver.example.com/hook");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("version").asLong()).isEqualTo(1);
        String path = CONFIGS + "/" + created.json().path("id").asText();

        ObjectNode wanted = change(created);
        wanted.put("url", "https://other.example.com/hook");
        Reply changed = demo.put(installation.config(), path, "1", wanted);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("version").asLong()).isEqualTo(2);
        assertThat(demo.get(installation.config(), path).json().path("url").asText())
                .isEqualTo("https://other.example.com/hook");

        assertThat(demo.put(installation.config(), path, "1", wanted).status()).isEqualTo(412);
        assertThat(demo.delete(installation.config(), path).status()).isEqualTo(204);
        assertThat(demo.get(installation.config(), path).status()).isEqualTo(404);
    }

    private static ObjectNode change(Reply created) {
        ObjectNode config = (ObjectNode) created.json();
        config.remove(List.of("id", "version", "accountId", "signing"));
        return config;
    }

    @Test
    void a_signing_secret_is_shown_once() {
        Reply created = demo.addConfig(Scene.freshDomain(), "https://receiver.example.com/hook");
        String secret = created.json().at("/signing/secret").asText();
        String path = CONFIGS + "/" + created.json().path("id").asText();

        assertThat(secret).startsWith("whsec_");
        assertThat(demo.get(installation.config(), path).text()).doesNotContain(secret.substring(6));
        assertThat(demo.get(installation.config(), CONFIGS).text()).doesNotContain(secret.substring(6));
    }

    @Test
    void a_topic_that_does_not_exist_is_refused_by_name() {
        Reply refused = demo.addConfig(Scene.freshDomain(), "https://receiver.example.com/", "recording.vanished");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/topics/0").contains("is not a topic");
    }

    @Test
    void an_address_that_was_not_allowed_is_refused() {
        Reply refused = demo.addConfig(Scene.freshDomain(), "http://169.254.169.254/latest/meta-data");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("url");
    }

    @Test
    void a_removed_config_is_no_longer_called() {
        try (Scene scene = Scene.in(installation)) {
            String id = scene.config().path("id").asText();
            assertThat(demo.delete(installation.config(), CONFIGS + "/" + id).status())
                    .isEqualTo(204);

            await().atMost(Scene.SOON)
                    .untilAsserted(() -> assertThat(scene.report(LiveEvents.paused(scene.domain(), "live", "demo"))
                                    .path("callbacks"))
                            .isEmpty());
        }
    }

    @Test
    void nobody_configures_without_a_token() {
        CurtaincallApi stranger = installation.as("no-such-token");

        assertThat(stranger.get(installation.config(), CONFIGS).status()).isEqualTo(401);
        assertThat(demo.openAccount().status()).isEqualTo(403);
    }
}
