package io.curtaincall.dialects.huawei;

import static io.curtaincall.dialects.huawei.HuaweiSdk.body;
import static io.curtaincall.dialects.huawei.HuaweiSdk.creating;
import static io.curtaincall.dialects.huawei.HuaweiSdk.listing;
import static io.curtaincall.dialects.huawei.HuaweiSdk.refusal;
import static io.curtaincall.dialects.huawei.HuaweiSdk.showing;
import static io.curtaincall.dialects.huawei.HuaweiSdk.updating;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.NotifyEventSubscriptionEnum;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest.SignTypeEnum;
import io.curtaincall.dialects.running.DialectProcess;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal, as the vendor's SDK throws it. */
class SdkRefusalsIT {
    private final HuaweiSdk sdk = HuaweiSdk.fresh();
    private final LiveClient client = sdk.client();

    static Stream<RecordCallbackConfigRequest> invalidBodies() {
        Supplier<RecordCallbackConfigRequest> good = () -> body("bad.example.com", "live");
        return Stream.of(
                new RecordCallbackConfigRequest(),
                new RecordCallbackConfigRequest().withApp("live"),
                new RecordCallbackConfigRequest().withPublishDomain("bad.example.com"),
                good.get().withPublishDomain(""),
                good.get().withPublishDomain("a_b.example.com"),
                good.get().withPublishDomain("a." + "b".repeat(260)),
                good.get().withApp(""),
                good.get().withApp("a".repeat(129)),
                good.get().withApp("a\u0000b"),
                good.get().withApp("half \ud800"),
                good.get().withNotifyCallbackUrl("ftp://8.8.8.8/a"),
                good.get().withNotifyCallbackUrl("not a url"),
                good.get().withNotifyCallbackUrl("http://8.8.8.8/a?b=c"),
                good.get().withNotifyCallbackUrl("http://8.8.8.8/a?"),
                good.get().withNotifyCallbackUrl("http://127.0.0.1/a"),
                good.get().withNotifyCallbackUrl("http://169.254.169.254/latest"),
                good.get().withNotifyEventSubscription(List.of()),
                good.get().withNotifyEventSubscription(List.of(NotifyEventSubscriptionEnum.fromValue("RECORD_PAUSE"))),
                good.get().withSignType(SignTypeEnum.fromValue("SHA1")),
                good.get().withKey("k".repeat(256)));
    }

    @ParameterizedTest
    @MethodSource("invalidBodies")
    void a_body_that_does_not_hold_is_illegal(RecordCallbackConfigRequest body) {
        ClientRequestException refused =
                refusal(ClientRequestException.class, () -> client.createRecordCallbackConfig(creating(body)));
        assertIllegal(refused);
        assertIllegal(
                refusal(ClientRequestException.class, () -> client.updateRecordCallbackConfig(updating("none", body))));
    }

    static Stream<ListRecordCallbackConfigsRequest> invalidLists() {
        return Stream.of(
                listing().withOffset(-1),
                listing().withOffset(4097),
                listing().withLimit(0),
                listing().withLimit(101),
                listing().withPublishDomain("d".repeat(256)),
                listing().withApp("a".repeat(129)));
    }

    @ParameterizedTest
    @MethodSource("invalidLists")
    void a_list_beyond_its_ranges_is_illegal(ListRecordCallbackConfigsRequest list) {
        assertIllegal(refusal(ClientRequestException.class, () -> client.listRecordCallbackConfigs(list)));
    }

    private static void assertIllegal(ClientRequestException refused) {
        assertThat(refused.getHttpStatusCode()).isEqualTo(400);
        assertThat(refused.getErrorCode()).isEqualTo("LIVE.100011001");
        assertThat(refused.getErrorMsg()).isEqualTo("Request Illegal");
    }

    @Test
    void a_second_callback_for_the_same_application_exists_already() {
        sdk.add("twice.example.com", "live");
        ClientRequestException refused =
                refusal(ClientRequestException.class, () -> sdk.add("Twice.example.com", "live"));
        assertThat(refused.getHttpStatusCode()).isEqualTo(400);
        assertThat(refused.getErrorCode()).isEqualTo("LIVE.103011018");
        assertThat(refused.getErrorMsg()).isEqualTo("The resource already exists.");
    }

    @Test
    void domain_and_application_cannot_be_changed() {
        String id = sdk.add("fixed.example.com", "live").getId();
        assertIllegal(refusal(
                ClientRequestException.class,
                () -> client.updateRecordCallbackConfig(updating(id, body("fixed.example.com", "other")))));
        assertIllegal(refusal(
                ClientRequestException.class,
                () -> client.updateRecordCallbackConfig(updating(id, body("other.example.com", "live")))));
    }

    @Test
    void an_unknown_id_is_not_found() {
        ClientRequestException refused = refusal(
                ClientRequestException.class,
                () -> client.updateRecordCallbackConfig(updating("none", body("none.example.com", "live"))));
        assertThat(refused.getHttpStatusCode()).isEqualTo(404);
        assertThat(refused.getErrorCode()).isEqualTo("LIVE.103011019");
        assertThat(refusal(ClientRequestException.class, () -> client.showRecordCallbackConfig(showing("none")))
                        .getHttpStatusCode())
                .isEqualTo(404);
    }

    @Test
    void a_wrong_secret_is_told_with_what_was_expected_to_be_signed() {
        ClientRequestException refused = refused(sdk.credentials().withSk("wrong"));
        assertThat(refused.getHttpStatusCode()).isEqualTo(401);
        assertThat(refused.getErrorCode()).isEqualTo("APIGW.0301");
        assertThat(refused.getErrorMsg())
                .startsWith("Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:"
                        + "GET|/v1/" + sdk.project() + "/record/callbacks/||host:127.0.0.1:"
                        + sdk.process().port() + "|");
    }

    @Test
    void an_unknown_key_a_temporary_one_and_a_foreign_project_are_refused() {
        assertThat(refused(sdk.credentials().withAk("unknown")).getErrorMsg()).contains("Get secretKey failed");
        ClientRequestException temporary = refused(sdk.credentials().withSecurityToken("sts"));
        assertThat(temporary.getHttpStatusCode()).isEqualTo(401);
        assertThat(temporary.getErrorMsg()).contains("X-Security-Token");
        ClientRequestException foreign = refused(sdk.credentials().withProjectId("p-another"));
        assertThat(foreign.getHttpStatusCode()).isEqualTo(403);
        assertThat(foreign.getErrorCode()).isEqualTo("APIGW.0302");
        ClientRequestException placeholder =
                refused(new BasicCredentials().withAk(sdk.keyId()).withSk(DialectProcess.SECRET));
        assertThat(placeholder.getHttpStatusCode()).isEqualTo(400);
        assertThat(placeholder.getErrorCode()).isEqualTo("LIVE.100011001");
    }

    private ClientRequestException refused(BasicCredentials credentials) {
        return refusal(
                ClientRequestException.class, () -> sdk.client(credentials).listRecordCallbackConfigs(listing()));
    }
}
