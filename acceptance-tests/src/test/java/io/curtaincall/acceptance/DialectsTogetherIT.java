package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.standardwebhooks.Webhook;
import io.curtaincall.acceptance.volcengine.DocumentedCallback;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.huawei.RecordMessage;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One account, one domain and one endpoint, for the SDKs of all vendors and our own API at the same time. */
@InBothShapes
class DialectsTogetherIT {
    private static final String VOLCENGINE = "/volcengine";
    private static final String HUAWEI = "/huawei";
    private static final String OWN = "/own";
    private static final int CALLS = 12;

    private final AlibabaScene scene;
    private final LiveCallbacksSdk volcengine;
    private final LiveClient huawei;

    DialectsTogetherIT(Shape shape) {
        scene = new AlibabaScene(shape);
        volcengine = LiveCallbacksSdk.at(
                scene.installation().front(),
                scene.sdk().accessKeyId(),
                scene.sdk().accessKeySecret());
        huawei = HuaweiScene.client(scene.installation(), scene.sdk().accessKeySecret());
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void one_event_is_told_in_each_format_and_the_records_are_found_through_each_dialect() throws Exception {
        scene.sdk().send(scene.adding());
        volcengine.universal("UpdateCallback", config());
        huawei.createRecordCallbackConfig(new CreateRecordCallbackConfigRequest()
                .withBody(new RecordCallbackConfigRequest()
                        .withPublishDomain(scene.domain())
                        .withApp("*")
                        .withNotifyCallbackUrl(scene.receiver().url(HUAWEI))
                        .withKey(HuaweiScene.KEY)));
        JsonNode own = scene.controlPlane()
                .addConfig(scene.domain(), scene.receiver().url(OWN))
                .expect(201)
                .json();
        scene.reportUntilPlanned(4, scene::fileCompleted);

        assertThat(scene.awaitCallbacks(AlibabaScene.NOTIFY, 1))
                .allSatisfy(callback -> callback.requireSigned("127.0.0.1", AlibabaScene.KEY));
        await().atMost(Scene.SOON).until(() -> scene.receiver().count(VOLCENGINE) > 0);
        for (ReceivedRequest request : scene.receiver().requestsTo(VOLCENGINE)) {
            new DocumentedCallback(request).requireSigned(VolcengineScene.KEY);
        }
        await().atMost(Scene.SOON).until(() -> scene.receiver().count(HUAWEI) > 0);
        for (ReceivedRequest request : scene.receiver().requestsTo(HUAWEI)) {
            RecordMessage.read(request.text()).requireHmacSha256(HuaweiScene.KEY, request.at());
        }
        await().atMost(Scene.SOON).until(() -> scene.receiver().count(OWN) > 0);
        for (ReceivedRequest request : scene.receiver().requestsTo(OWN)) {
            new Webhook(own.at("/signing/secret").asText()).verify(request.text(), headers(request));
        }
        int callbacks = scene.callbacks();
        assertThat(scene.awaitRecords(scene.asking(), callbacks).getTotalNum()).isEqualTo(callbacks);
        assertThat(String.valueOf(volcengine.universal("DescribeLiveCallbackData", question())))
                .contains("TotalCount=" + callbacks);
    }

    @Test
    void the_sdks_of_all_vendors_call_one_endpoint_at_once() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(() -> String.valueOf(scene.sdk().send(scene.asking()).getCode()));
            calls.add(() -> scene.sdk()
                    .call("DescribeLiveRecordNotifyRecords", records())
                    .get("Code")
                    .toString());
            calls.add(() -> String.valueOf(volcengine.universal("DescribeLiveCallbackData", question())));
            calls.add(() -> String.valueOf(huawei.listRecordCallbackConfigs(
                            new ListRecordCallbackConfigsRequest().withPublishDomain(scene.domain()))
                    .getTotal()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) answers.add(answer.get());
            assertThat(answers)
                    .hasSize(4 * CALLS)
                    .allMatch(answer -> answer.equals("0") || answer.contains("TotalCount=0"));
        }
    }

    private Map<String, Object> config() {
        return Map.of(
                "Domain",
                scene.domain(),
                "MessageType",
                "record",
                "AuthEnable",
                true,
                "AuthKeyPrimary",
                VolcengineScene.KEY,
                "CallbackDetailList",
                List.of(Map.of("CallbackType", "http", "URL", scene.receiver().url(VOLCENGINE))));
    }

    private Map<String, Object> question() {
        return Map.of(
                "DomainList",
                List.of(scene.domain()),
                "StartTime",
                AlibabaScene.hoursFromNow(-1),
                "EndTime",
                AlibabaScene.hoursFromNow(1));
    }

    private Map<String, String> records() {
        return Map.of(
                "DomainName", scene.domain(),
                "StartTime", AlibabaScene.hoursFromNow(-1),
                "EndTime", AlibabaScene.hoursFromNow(1));
    }

    private static Map<String, List<String>> headers(ReceivedRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return headers;
    }
}
