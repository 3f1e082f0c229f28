package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.aliyun.openapiutil.Client;
import com.aliyun.tea.TeaException;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.live.model.v20161101.DeleteLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyConfigRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.alibaba.LiveSdk;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may do what with the vendor's SDKs, as these say it. */
@InBothShapes
class AlibabaAccountsIT {
    private static final int DELETES_PER_SECOND = 30;

    private final AlibabaScene scene;

    AlibabaAccountsIT(Shape shape) {
        scene = new AlibabaScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void a_wrong_secret_is_told_by_each_sdk_in_its_own_exception() {
        LiveSdk wrong = scene.sdk().withSecret("wrong");

        ClientException older = catchThrowableOfType(ClientException.class, () -> wrong.send(scene.adding()));
        assertThat(older.getErrCode()).isEqualTo("SDK.InvalidAccessKeySecret");
        TeaException newer = catchThrowableOfType(
                TeaException.class,
                () -> wrong.call("DescribeLiveRecordNotifyConfig", Map.of("DomainName", scene.domain())));
        assertThat(newer.getCode()).isEqualTo("SignatureDoesNotMatch");
        assertThat(newer.getStatusCode()).isEqualTo(400);
    }

    @Test
    void an_unknown_access_key_is_not_found() {
        LiveSdk stranger = new LiveSdk(scene.sdk().endpoint(), "nobody", "secret");

        ClientException refused = catchThrowableOfType(ClientException.class, () -> stranger.send(scene.adding()));
        assertThat(refused.getErrCode()).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @Test
    void two_accounts_do_not_see_each_other() throws Exception {
        scene.sdk().send(scene.adding());
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.awaitRecords(scene.asking(), 1);
        LiveSdk other = otherAccount();
        var describe = new DescribeLiveRecordNotifyConfigRequest();
        describe.setDomainName(scene.domain());
        var delete = new DeleteLiveRecordNotifyConfigRequest();
        delete.setDomainName(scene.domain());

        assertThat(other.send(scene.asking()).getTotalNum()).isZero();
        assertThat(catchThrowableOfType(ClientException.class, () -> other.send(describe))
                        .getErrCode())
                .isEqualTo("InvalidConfig.NotFound");
        assertThat(catchThrowableOfType(ClientException.class, () -> other.send(delete))
                        .getErrCode())
                .isEqualTo("InvalidConfig.NotFound");
        assertThat(catchThrowableOfType(ClientException.class, () -> other.send(scene.adding()))
                        .getErrCode())
                .isEqualTo("Forbidden.RAM");
        assertThat(scene.sdk().send(describe).getLiveRecordNotifyConfig().getDomainName())
                .isEqualTo(scene.domain());
    }

    private LiveSdk otherAccount() {
        JsonNode opened =
                scene.installation().asOperator().openAccount().expect(201).json();
        LiveSdk other = LiveSdk.at(
                scene.installation().front(),
                opened.path("accessKeyId").asText(),
                opened.path("accessKeySecret").asText());
        await().atMost(Scene.SOON)
                .ignoreExceptions()
                .until(() -> other.send(scene.asking()).getCode() == 0);
        return other;
    }

    @Test
    void a_request_that_one_process_has_taken_is_refused_by_all() throws Exception {
        String query = signedQuery(Instant.now());

        assertThat(send(scene.installation().front(), query).text()).contains("InvalidConfig.NotFound");
        assertThat(send(scene.installation().front(), query).text()).contains("SignatureNonceUsed");
        assertThat(send(scene.installation().config(), query).text()).contains("SignatureNonceUsed");
    }

    @Test
    void a_request_signed_a_quarter_of_an_hour_ago_has_expired() throws Exception {
        Reply refused =
                send(scene.installation().front(), signedQuery(Instant.now().minus(Duration.ofMinutes(16))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("Code").asText()).isEqualTo("InvalidTimeStamp.Expired");
    }

    @Test
    void who_calls_more_often_than_the_vendor_allows_is_throttled() {
        LiveSdk hasty = otherAccount();

        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(refusalsAtOnce(hasty)).contains("Throttling.User"));
    }

    /** More than the limit of a second, at the same time. */
    private List<String> refusalsAtOnce(LiveSdk sdk) throws InterruptedException {
        List<String> codes = new CopyOnWriteArrayList<>();
        List<Thread> calls = Stream.generate(() -> Thread.ofVirtual().start(() -> codes.add(refusal(sdk))))
                .limit(2 * DELETES_PER_SECOND)
                .toList();
        for (Thread call : calls) call.join();
        return codes;
    }

    private String refusal(LiveSdk sdk) {
        var delete = new DeleteLiveRecordNotifyConfigRequest();
        delete.setDomainName(scene.domain());
        return catchThrowableOfType(ClientException.class, () -> sdk.send(delete))
                .getErrCode();
    }

    private String signedQuery(Instant at) throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "Action", "DescribeLiveRecordNotifyConfig",
                "Version", "2016-11-01",
                "Format", "JSON",
                "DomainName", scene.domain(),
                "AccessKeyId", scene.sdk().accessKeyId(),
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", UUID.randomUUID().toString(),
                "Timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString()));
        parameters.put(
                "Signature",
                Client.getRPCSignature(parameters, "GET", scene.sdk().accessKeySecret()));
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Reply send(URI process, String query) {
        return scene.controlPlane()
                .send(HttpRequest.newBuilder(process.resolve("/?" + query)).build());
    }
}
