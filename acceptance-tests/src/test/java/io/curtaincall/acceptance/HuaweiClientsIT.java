package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.region.Region;
import com.huaweicloud.sdk.live.v1.LiveAsyncClient;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfig;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.SignTypeEnum;
import io.curtaincall.acceptance.huawei.HuaweiClient;
import io.curtaincall.acceptance.huawei.HuaweiCustomer;
import io.curtaincall.acceptance.huawei.RecordCallbacks;
import io.curtaincall.acceptance.huawei.Refused;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.huawei.IdentityProvider;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All five operations by both clients of the vendor's SDK, in each way they prove who they are. */
@InBothShapes
class HuaweiClientsIT {
    private final HuaweiScene scene;
    private final Credentials.Account account;

    HuaweiClientsIT(Shape shape) {
        scene = new HuaweiScene(shape);
        account = scene.account();
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_callback_is_kept_shown_listed_changed_and_deleted_by_access_key(HuaweiClient client) {
        walk(HuaweiCustomer.of(client, scene.front(), account).callbacks());
    }

    /** The SDK's identity provider is played here: it gives the SDK the token that was got from the front. */
    @ParameterizedTest
    @EnumSource
    void a_callback_is_kept_shown_listed_changed_and_deleted_by_a_token_alone(HuaweiClient client, @TempDir Path folder)
            throws Exception {
        Path idToken = Files.writeString(folder.resolve("id-token"), "id");
        try (var iam = new IdentityProvider(token())) {
            walk(HuaweiCustomer.of(
                            client,
                            scene.front(),
                            () -> new BasicCredentials()
                                    .withProjectId(account.projectId())
                                    .withIdpId("idp")
                                    .withIdTokenFile(idToken.toString())
                                    .withIamEndpoint(iam.address()))
                    .callbacks());
        }
    }

    private String token() throws Exception {
        String identity = """
                {"auth":{"identity":{"methods":["hw_ak_sk"],"hw_ak_sk":{"access":{"key":"%s"},"secret":{"key":"%s"}}}}}""".formatted(account.accessKeyId(), account.accessKeySecret());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(scene.front().resolve("/v3/auth/tokens"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(identity))
                            .build(),
                    BodyHandlers.ofString());
            return answer.headers().firstValue("X-Subject-Token").orElseThrow();
        }
    }

    private void walk(RecordCallbacks callbacks) {
        var created = callbacks.create(scene.body("live").withSignType(SignTypeEnum.MD5));
        assertThat(created.getHttpStatusCode()).isEqualTo(201);
        assertThat(created.getApp()).isEqualTo("live");
        String id = created.getId();
        var shown = callbacks.show(id);
        assertThat(shown.getHttpStatusCode()).isEqualTo(200);
        assertThat(shown.getPublishDomain()).isEqualTo(scene.domain());
        assertThat(shown.getNotifyCallbackUrl()).isEqualTo(scene.receiver().url(HuaweiScene.NOTIFY));
        assertThat(shown.getSignType().getValue()).isEqualTo("MD5");

        var changed = callbacks.update(
                id, scene.body("live").withNotifyCallbackUrl(scene.receiver().url("/moved")));
        assertThat(changed.getHttpStatusCode()).isEqualTo(200);
        assertThat(changed.getId()).isEqualTo(id);
        var listing = new ListRecordCallbackConfigsRequest().withPublishDomain(scene.domain());
        var listed = callbacks.list(listing);
        assertThat(listed.getTotal()).isOne();
        assertThat(listed.getCallbackConfig())
                .extracting(RecordCallbackConfig::getNotifyCallbackUrl)
                .containsExactly(scene.receiver().url("/moved"));

        assertThat(callbacks.delete(id).getHttpStatusCode()).isEqualTo(204);
        assertThat(callbacks.list(listing).getTotal()).isZero();
        assertThat(Refused.of(() -> callbacks.show(id))).matches(gone -> gone.is(404, "LIVE.103011019"));
    }

    @Test
    void with_a_region_and_no_project_the_asynchronous_client_finds_the_one_project() throws Exception {
        BasicCredentials credentials = new BasicCredentials()
                .withAk(account.accessKeyId())
                .withSk(account.accessKeySecret())
                .withIamEndpoint(scene.front().toString());
        LiveAsyncClient client = LiveAsyncClient.newBuilder()
                .withCredential(credentials)
                .withRegion(new Region("cn-north-4", scene.front().toString()))
                .build();
        assertThat(client.listRecordCallbackConfigsAsync(
                                new ListRecordCallbackConfigsRequest().withPublishDomain(scene.domain()))
                        .get(60, TimeUnit.SECONDS)
                        .getTotal())
                .isZero();
        assertThat(credentials.getProjectId()).isEqualTo(account.projectId());
    }
}
