package io.curtaincall.dialects.huawei;

import static io.curtaincall.dialects.huawei.HuaweiSdk.body;
import static io.curtaincall.dialects.huawei.HuaweiSdk.creating;
import static io.curtaincall.dialects.huawei.HuaweiSdk.listing;
import static io.curtaincall.dialects.huawei.HuaweiSdk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.LiveMeta;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsResponse;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.ShiftedClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The refusals that do not hang on what a configuration says, each through the vendor's SDK. */
class SdkErrorCodesIT {
    private static final int OVER_ANY_LIMIT = 400;

    private final HuaweiSdk sdk = HuaweiSdk.fresh();
    private final LiveClient client = sdk.client();

    @Test
    void another_method_is_not_supported() {
        HttpRequestDef<ListRecordCallbackConfigsRequest, ListRecordCallbackConfigsResponse> deletingAll =
                HttpRequestDef.builder(
                                HttpMethod.DELETE,
                                ListRecordCallbackConfigsRequest.class,
                                ListRecordCallbackConfigsResponse.class)
                        .withName("DeleteAll")
                        .withUri("/v1/{project_id}/record/callbacks")
                        .withContentType("application/json")
                        .build();
        requireRefused(() -> core().syncInvokeHttp(listing(), deletingAll), 400, "LIVE.100011011");
    }

    @Test
    void another_type_of_body_is_not_supported() {
        // a new one: what LiveMeta's own builder changes is changed for everybody
        HttpRequestDef<CreateRecordCallbackConfigRequest, CreateRecordCallbackConfigResponse> asText =
                HttpRequestDef.builder(
                                HttpMethod.POST,
                                CreateRecordCallbackConfigRequest.class,
                                CreateRecordCallbackConfigResponse.class)
                        .withName("CreateAsText")
                        .withUri("/v1/{project_id}/record/callbacks")
                        .withContentType("text/plain")
                        .withRequestField(LiveMeta.createRecordCallbackConfig.getRequestField("body"))
                        .build();
        requireRefused(
                () -> core().syncInvokeHttp(creating(body("type.example.com", "*")), asText), 400, "LIVE.100011012");
    }

    @Test
    void a_path_where_nothing_is_is_no_api() {
        LiveClient lost = LiveClient.newBuilder()
                .withCredential(sdk.credentials())
                .withEndpoints(List.of(sdk.process().address() + "/nowhere"))
                .build();
        requireRefused(() -> lost.listRecordCallbackConfigs(listing()), 404, "APIGW.0101");
    }

    @Test
    void a_body_that_is_too_large_is_not_read() {
        var large = body("large.example.com", "*").withKey("k".repeat(ApiRequestReader.LARGEST_BODY));
        requireRefused(() -> client.createRecordCallbackConfig(creating(large)), 413, "APIGW.0201");
    }

    @Test
    void what_belongs_to_another_account_is_forbidden() {
        HuaweiSdk.fresh().add("theirs.example.com", "*");
        requireRefused(() -> sdk.add("theirs.example.com", "*"), 403, "APIGW.0302");
    }

    /** Its identity provider is played here, and gives it no other token than the one that is over. */
    @Test
    void a_token_that_is_over_must_be_updated(@TempDir Path folder) throws Exception {
        Path idToken = Files.writeString(folder.resolve("id-token"), "id");
        ShiftedClock clock = sdk.process().bean(ShiftedClock.class);
        try (var iam = new IdentityProvider(token())) {
            LiveClient byToken = sdk.client(new BasicCredentials()
                    .withProjectId(sdk.project())
                    .withIdpId("idp")
                    .withIdTokenFile(idToken.toString())
                    .withIamEndpoint(iam.address()));
            assertThat(byToken.listRecordCallbackConfigs(listing()).getTotal()).isZero();
            clock.shift(Duration.ofHours(25));
            requireRefused(() -> byToken.listRecordCallbackConfigs(listing()), 401, "APIGW.0307");
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    private String token() throws Exception {
        return new SignedRequest(sdk.process(), "POST", "/v3/auth/tokens")
                .json("{\"auth\":{\"identity\":{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":{\"access\":{\"key\":\""
                        + sdk.keyId() + "\"},\"secret\":{\"key\":\"" + DialectProcess.SECRET + "\"}}}}}")
                .send()
                .header("X-Subject-Token");
    }

    @Test
    void who_calls_too_often_has_to_wait() {
        requireRefused(
                () -> {
                    for (int i = 0; i < OVER_ANY_LIMIT; i++) client.listRecordCallbackConfigs(listing());
                },
                429,
                "APIGW.0308");
    }

    @Test
    void a_domain_with_as_many_configurations_as_it_may_have_is_not_told_as_a_duplicate() {
        requireRefused(() -> sdk.add("full.example.com", "live"), 400, "LIVE.103011020");
    }

    @Test
    void a_bug_and_a_store_that_is_away_are_the_servers_fault() {
        ServerResponseException broken = requireRefused(
                ServerResponseException.class, () -> sdk.add("broken.example.com", "live"), 500, "APIGW.0601");
        assertThat(broken.getErrorMsg()).isEqualTo("Internal server error.");
        ServerResponseException away = requireRefused(
                ServerResponseException.class, () -> sdk.add("away.example.com", "live"), 503, "APIGW.0202");
        assertThat(away.getErrorMsg()).isEqualTo("Backend unavailable.");
    }

    /** What all clients of the SDK stand on, and can send what they cannot. */
    private HcClient core() {
        return new ClientBuilder<HcClient>(core -> core)
                .withCredential(sdk.credentials())
                .withEndpoints(List.of(sdk.process().address().toString()))
                .build();
    }

    private static void requireRefused(ThrowingCallable call, int status, String code) {
        requireRefused(ClientRequestException.class, call, status, code);
    }

    private static <T extends ServiceResponseException> T requireRefused(
            Class<T> type, ThrowingCallable call, int status, String code) {
        T refused = refusal(type, call);
        assertThat(refused.getHttpStatusCode()).isEqualTo(status);
        assertThat(refused.getErrorCode()).isEqualTo(code);
        return refused;
    }
}
