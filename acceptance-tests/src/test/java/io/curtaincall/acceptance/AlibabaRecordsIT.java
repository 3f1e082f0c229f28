package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsResponse;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.Script;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callback records found by the vendor's SDKs, at the address where the configs are kept. */
@InBothShapes
class AlibabaRecordsIT {
    private final AlibabaScene scene;

    AlibabaRecordsIT(Shape shape) {
        scene = new AlibabaScene(shape);
    }

    @BeforeEach
    void configure() throws Exception {
        scene.sdk().send(scene.adding());
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void what_was_delivered_is_found_as_it_was_sent_and_answered() throws Exception {
        scene.receiver().on(AlibabaScene.NOTIFY, Answer.withBody(200, "{\"Code\":0,\"Msg\":\"Success\"}"));
        scene.reportUntilPlanned(scene::started);
        scene.awaitCallbacks(AlibabaScene.NOTIFY, 1);
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.awaitCallbacks(AlibabaScene.NOTIFY, 2);

        var found = scene.awaitRecords(scene.asking(), 2);
        assertThat(found.getCode()).isZero();
        assertThat(found.getTotalNum()).isEqualTo(2);
        assertThat(found.getTotalPage()).isEqualTo(1);
        assertThat(found.getCallbackList())
                .extracting(DescribeLiveRecordNotifyRecordsResponse.Callback::getNotifyType)
                .containsExactlyInAnyOrder("file_created", "record_started");
        assertThat(found.getCallbackList()).allSatisfy(this::requireDelivered);

        var byXml = scene.sdk().send(scene.asking(), SignatureVersion.V3, FormatType.XML);
        assertThat(byXml.getCallbackList())
                .extracting(DescribeLiveRecordNotifyRecordsResponse.Callback::getNotifyContent)
                .containsExactlyElementsOf(found.getCallbackList().stream()
                        .map(DescribeLiveRecordNotifyRecordsResponse.Callback::getNotifyContent)
                        .toList());
        assertThat(scene.sdk()
                        .call(
                                "DescribeLiveRecordNotifyRecords",
                                Map.of(
                                        "DomainName", scene.domain(),
                                        "StartTime", AlibabaScene.hoursFromNow(-1),
                                        "EndTime", AlibabaScene.hoursFromNow(1),
                                        "PageSize", "1",
                                        "PageNumber", "2")))
                .satisfies(page -> assertThat(page.toString()).contains("TotalNum=2", "TotalPage=2", "PageNum=2"));
    }

    private void requireDelivered(DescribeLiveRecordNotifyRecordsResponse.Callback record) {
        assertThat(record.getDomainName()).isEqualTo(scene.domain());
        assertThat(record.getAppName()).isEqualTo("live");
        assertThat(record.getStreamName()).isEqualTo("demo");
        assertThat(record.getNotifyUrl()).isEqualTo(scene.receiver().url(AlibabaScene.NOTIFY));
        assertThat(record.getNotifyResult()).isEqualTo("success");
        assertThat(record.getDescription()).isEqualTo("success");
        assertThat(record.getNotifyResponse()).isEqualTo("{\"Code\":0,\"Msg\":\"Success\"}");
        assertThat(record.getNotifyHeader()).contains("\"Content-Type\":[\"application/json; charset=utf-8\"]");
        assertThat(record.getNotifyTime()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertThat(scene.receiver().requestsTo(AlibabaScene.NOTIFY))
                .anySatisfy(request -> assertThat(request.text()).isEqualTo(record.getNotifyContent()));
    }

    @Test
    void an_attempt_that_failed_is_found_beside_the_one_that_followed() throws Exception {
        scene.receiver().on(AlibabaScene.NOTIFY, Script.inTurn(Answer.withBody(500, "out of order"), Answer.ok()));
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.awaitCallbacks(AlibabaScene.NOTIFY, 2);
        scene.awaitRecords(scene.asking(), 2);

        var asking = scene.asking();
        asking.setStatus("failed");
        var failed = scene.awaitRecords(asking, 1).getCallbackList().getFirst();
        assertThat(failed.getNotifyResult()).isEqualTo("failed");
        assertThat(failed.getNotifyType()).isEqualTo("file_created");
        assertThat(failed.getDescription()).contains("500");
        assertThat(failed.getNotifyResponse()).isEqualTo("out of order");
        asking.setStatus("success");
        var delivered = scene.awaitRecords(asking, 1).getCallbackList().getFirst();
        assertThat(delivered.getNotifyContent()).isEqualTo(failed.getNotifyContent());
    }
}
