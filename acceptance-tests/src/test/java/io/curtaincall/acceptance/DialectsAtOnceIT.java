package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.live.model.v20161101.DeleteLiveRecordNotifyConfigRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import io.curtaincall.acceptance.alibaba.Refused;
import io.curtaincall.acceptance.alibaba.Wire;
import io.curtaincall.acceptance.volcengine.VolcengineClient;
import io.curtaincall.bench.running.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One endpoint and one account for the SDKs of all vendors at the same time. */
@InBothShapes
class DialectsAtOnceIT {
    private static final int CALLS = 12;

    private final DialectsScene dialects;
    private final AlibabaScene scene;

    DialectsAtOnceIT(Shape shape) {
        dialects = new DialectsScene(shape);
        scene = dialects.scene();
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void the_sdks_of_all_vendors_call_one_endpoint_at_once_and_each_gets_its_own_answers() throws Exception {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            exchanges.addAll(questions());
            exchanges.addAll(refusals());
        }
        exchanges.addAll(CALLS, changes());
        List<Callable<String>> calls = exchanges.stream().map(Exchange::call).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) answers.add(answer.get());
            assertThat(answers)
                    .containsExactlyElementsOf(
                            exchanges.stream().map(Exchange::expected).toList());
        }
    }

    /** A call, and what its SDK makes of the answer if it is the one to this call. */
    private record Exchange(String expected, Callable<String> call) {}

    private List<Exchange> questions() {
        var listing = new ListRecordCallbackConfigsRequest().withPublishDomain(scene.domain());
        return List.of(
                new Exchange(
                        "older 0",
                        () -> "older " + scene.sdk().send(scene.asking()).getCode()),
                new Exchange(
                        "newer 0",
                        () -> "newer "
                                + scene.sdk()
                                        .call("DescribeLiveRecordNotifyRecords", records())
                                        .get("Code")),
                new Exchange("TYPED 0", () -> volcengineRecords(VolcengineClient.TYPED)),
                new Exchange("UNIVERSAL 0", () -> volcengineRecords(VolcengineClient.UNIVERSAL)),
                new Exchange(
                        "total 0",
                        () -> "total "
                                + dialects.huawei()
                                        .listRecordCallbackConfigs(listing)
                                        .getTotal()));
    }

    private String volcengineRecords(VolcengineClient client) throws Exception {
        JsonNode answer = client.call(dialects.volcengine(), "DescribeLiveCallbackData", dialects.volcengineQuestion());
        return client + " " + answer.at("/Result/Pagination/TotalCount").asText();
    }

    /** Of a wrong secret, in each vendor's envelope. */
    private List<Exchange> refusals() {
        LiveClient forger = HuaweiScene.client(scene.installation(), "wrong");
        return List.of(
                new Exchange("400 SDK.InvalidAccessKeySecret", () -> refused(Wire.OLDER_V1_JSON)),
                new Exchange("400 SignatureDoesNotMatch", () -> refused(Wire.NEWER_BY_NAME)),
                new Exchange("0 SignatureDoesNotMatch", () -> refused(VolcengineClient.TYPED)),
                new Exchange("401 SignatureDoesNotMatch", () -> refused(VolcengineClient.UNIVERSAL)),
                new Exchange("401 APIGW.0301", () -> {
                    ClientRequestException refused = catchThrowableOfType(
                            ClientRequestException.class,
                            () -> forger.listRecordCallbackConfigs(new ListRecordCallbackConfigsRequest()));
                    return refused.getHttpStatusCode() + " " + refused.getErrorCode();
                }));
    }

    /** Without a status where the SDK's exceptions have none. */
    private String refused(VolcengineClient client) {
        var refused = io.curtaincall.acceptance.volcengine.Refused.of(() -> client.call(
                dialects.volcengine().withSecret("wrong"), "DescribeLiveCallbackData", dialects.volcengineQuestion()));
        return refused.status() + " " + refused.code();
    }

    private String refused(Wire wire) {
        Refused refused = Refused.of(
                wire,
                scene.sdk().withSecret("wrong"),
                "DescribeLiveRecordNotifyConfig",
                Map.of("DomainName", scene.domain()));
        return refused.status() + " " + refused.code();
    }

    /** Each vendor's config of a domain of its own is made and removed. */
    private List<Exchange> changes() {
        return List.of(
                new Exchange("alibaba", () -> {
                    var adding = scene.adding();
                    adding.setDomainName("alibaba-" + scene.domain());
                    scene.sdk().send(adding);
                    var deleting = new DeleteLiveRecordNotifyConfigRequest();
                    deleting.setDomainName(adding.getDomainName());
                    return scene.sdk().send(deleting).getRequestId().isEmpty() ? "no id" : "alibaba";
                }),
                new Exchange("TYPED", () -> volcengineChanged(VolcengineClient.TYPED)),
                new Exchange("LEGACY", () -> volcengineChanged(VolcengineClient.LEGACY)),
                new Exchange("UNIVERSAL", () -> volcengineChanged(VolcengineClient.UNIVERSAL)),
                new Exchange("huawei 201 204", () -> {
                    var created = dialects.huawei()
                            .createRecordCallbackConfig(dialects.huaweiConfig("huawei-" + scene.domain()));
                    var deleted = dialects.huawei()
                            .deleteRecordCallbackConfig(
                                    new DeleteRecordCallbackConfigRequest().withId(created.getId()));
                    return "huawei " + created.getHttpStatusCode() + " " + deleted.getHttpStatusCode();
                }));
    }

    private String volcengineChanged(VolcengineClient client) throws Exception {
        String domain = client.name().toLowerCase(Locale.ROOT) + "-" + scene.domain();
        client.call(dialects.volcengine(), "UpdateCallback", dialects.volcengineConfig(domain));
        client.call(dialects.volcengine(), "DeleteCallback", Map.of("Domain", domain));
        return client.name();
    }

    private Map<String, String> records() {
        return Map.of(
                "DomainName", scene.domain(),
                "StartTime", AlibabaScene.hoursFromNow(-1),
                "EndTime", AlibabaScene.hoursFromNow(1));
    }
}
