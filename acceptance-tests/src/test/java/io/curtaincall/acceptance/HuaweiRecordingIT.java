package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.SignTypeEnum;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigRequest;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.huawei.RecordMessage;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recording callbacks kept by the vendor's SDK, and the messages that follow from them. */
@InBothShapes
class HuaweiRecordingIT {
    private final HuaweiScene scene;
    private final LiveClient client;

    HuaweiRecordingIT(Shape shape) {
        scene = new HuaweiScene(shape);
        client = scene.client();
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void what_is_configured_by_sdk_is_told_in_the_documented_words_and_signed_until_it_is_deleted() throws Exception {
        String id = create(scene.body("*"));
        scene.reportUntilPlanned(scene::started);
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.reportUntilPlanned(scene::over);
        scene.reportUntilPlanned(scene::failed);

        List<RecordMessage> messages = scene.awaitMessages(HuaweiScene.NOTIFY, 5);
        for (RecordMessage message : messages) {
            message.requireHmacSha256(HuaweiScene.KEY, Instant.now());
            assertThat(message.text("project_id")).isEqualTo(scene.account().projectId());
            assertThat(message.text("publish_domain")).isEqualTo(scene.domain());
            assertThat(message.text("stream")).isEqualTo("demo");
        }
        assertThat(messages)
                .extracting(message -> message.text("event_type"))
                .contains(
                        "RECORD_START",
                        "RECORD_NEW_FILE_START",
                        "RECORD_FILE_COMPLETE",
                        "RECORD_OVER",
                        "RECORD_FAILED");
        RecordMessage file = of("RECORD_FILE_COMPLETE", messages);
        assertThat(file.text("record_format")).isEqualTo("FLV");
        assertThat(file.number("file_size")).isEqualTo(409_656);
        assertThat(file.number("record_duration")).isEqualTo(10);
        assertThat(file.text("job_id"))
                .isEqualTo(of("RECORD_NEW_FILE_START", messages).text("job_id"));

        client.deleteRecordCallbackConfig(new DeleteRecordCallbackConfigRequest().withId(id));
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.planned(scene.over())).isEmpty());
    }

    private static RecordMessage of(String type, List<RecordMessage> messages) {
        return messages.stream()
                .filter(message -> message.text("event_type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_changed_callback_is_told_elsewhere_and_signed_by_md5_with_the_key_it_had() throws Exception {
        String id = create(scene.body("**"));
        RecordCallbackConfigRequest moved = new RecordCallbackConfigRequest()
                .withPublishDomain(scene.domain())
                .withApp("*")
                .withNotifyCallbackUrl(scene.receiver().url("/moved"))
                .withSignType(SignTypeEnum.MD5);
        client.updateRecordCallbackConfig(
                new UpdateRecordCallbackConfigRequest().withId(id).withBody(moved));

        var shown = client.showRecordCallbackConfig(new ShowRecordCallbackConfigRequest().withId(id));
        assertThat(shown.getApp()).isEqualTo("*");
        assertThat(shown.getNotifyCallbackUrl()).isEqualTo(scene.receiver().url("/moved"));
        assertThat(shown.getNotifyEventSubscription()).hasSize(5);
        await().atMost(Scene.SOON).until(() -> {
            scene.planned(scene.over());
            return scene.receiver().count("/moved") > 0;
        });
        scene.awaitMessages("/moved", 1).getFirst().requireMd5(HuaweiScene.KEY, Instant.now());
    }

    @Test
    void an_application_with_a_callback_of_its_own_is_told_by_that_alone() {
        create(scene.body("*"));
        create(scene.body("own").withNotifyCallbackUrl(scene.receiver().url("/own")));
        scene.reportUntilPlanned(() -> scene.fileCompleted("live"));
        scene.reportUntilPlanned(() -> scene.fileCompleted("own"));
        await().atMost(Scene.SOON).until(() -> {
            scene.planned(scene.fileCompleted("own"));
            return scene.receiver().count("/own") > 0;
        });
        assertThat(scene.awaitMessages("/own", 1))
                .allSatisfy(message -> assertThat(message.text("app")).isEqualTo("own"));
        requireToldApart();
        var found = client.listRecordCallbackConfigs(
                new ListRecordCallbackConfigsRequest().withPublishDomain(scene.domain()));
        assertThat(found.getTotal()).isEqualTo(2);
    }

    /** Now that both are known to whoever is told of events. */
    private void requireToldApart() {
        assertThat(scene.planned(LiveEvents.fileCompleted(scene.domain(), "own", "afterwards")))
                .hasSize(1);
        scene.reportUntilPlanned(() -> LiveEvents.fileCompleted(scene.domain(), "other", "afterwards"));
        await().atMost(Scene.SOON).until(() -> !appsToldAfterwards("/own").isEmpty());
        await().atMost(Scene.SOON)
                .until(() -> !appsToldAfterwards(HuaweiScene.NOTIFY).isEmpty());
        assertThat(appsToldAfterwards("/own")).containsOnly("own");
        assertThat(appsToldAfterwards(HuaweiScene.NOTIFY)).containsOnly("other");
    }

    private List<String> appsToldAfterwards(String path) {
        return scene.receiver().requestsTo(path).stream()
                .map(request -> RecordMessage.read(request.text()))
                .filter(message -> message.text("stream").equals("afterwards"))
                .map(message -> message.text("app"))
                .toList();
    }

    @Test
    void refusals_are_the_documented_ones() {
        create(scene.body("live"));
        ClientRequestException again =
                catchThrowableOfType(ClientRequestException.class, () -> create(scene.body("live")));
        assertThat(again.getErrorCode()).isEqualTo("LIVE.103011018");
        assertThat(again.getHttpStatusCode()).isEqualTo(400);
        ClientRequestException unknown = catchThrowableOfType(
                ClientRequestException.class,
                () -> client.showRecordCallbackConfig(new ShowRecordCallbackConfigRequest().withId("none")));
        assertThat(unknown.getErrorCode()).isEqualTo("LIVE.103011019");
        ClientRequestException unproven = catchThrowableOfType(
                ClientRequestException.class,
                () -> scene.client("wrong").listRecordCallbackConfigs(new ListRecordCallbackConfigsRequest()));
        assertThat(unproven.getErrorCode()).isEqualTo("APIGW.0301");
        assertThat(unproven.getHttpStatusCode()).isEqualTo(401);
    }

    @Test
    void a_token_got_at_the_front_opens_the_callbacks() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String identity =
                    """
                    {"auth":{"identity":{"methods":["hw_ak_sk"],"hw_ak_sk":{"access":{"key":"%s"},"secret":{"key":"%s"}}}}}""".formatted(scene.account().accessKeyId(), scene.account().accessKeySecret());
            HttpResponse<String> token = http.send(
                    HttpRequest.newBuilder(scene.front().resolve("/v3/auth/tokens"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(identity))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(token.statusCode()).isEqualTo(201);
            HttpResponse<String> list = http.send(
                    HttpRequest.newBuilder(scene.front()
                                    .resolve("/v1/" + scene.account().projectId() + "/record/callbacks"))
                            .header(
                                    "X-Auth-Token",
                                    token.headers()
                                            .firstValue("X-Subject-Token")
                                            .orElseThrow())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).contains("\"total\":");
        }
    }

    private String create(RecordCallbackConfigRequest body) {
        return client.createRecordCallbackConfig(new CreateRecordCallbackConfigRequest().withBody(body))
                .getId();
    }
}
