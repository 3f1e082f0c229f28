package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.aliyun.live20161101.Client;
import com.aliyun.live20161101.models.AddLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.DeleteLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.DescribeLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.UpdateLiveRecordNotifyConfigRequest;
import com.aliyun.tea.TeaException;
import com.aliyuncs.exceptions.ClientException;
import io.curtaincall.acceptance.alibaba.DocumentedCallback;
import io.curtaincall.acceptance.alibaba.FileGenerated;
import io.curtaincall.acceptance.alibaba.StatusChanged;
import io.curtaincall.bench.running.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recording configs kept by the vendor's SDKs, and the callbacks that follow from them. */
@InBothShapes
class AlibabaRecordingIT {
    private final AlibabaScene scene;

    AlibabaRecordingIT(Shape shape) {
        scene = new AlibabaScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void what_is_configured_by_sdk_is_told_in_the_documented_words_and_signed() throws Exception {
        scene.sdk().send(scene.adding());
        scene.reportUntilPlanned(scene::started);
        scene.reportUntilPlanned(scene::fileCompleted);

        List<DocumentedCallback> callbacks = scene.awaitCallbacks(AlibabaScene.NOTIFY, 2);
        assertThat(callbacks).allSatisfy(callback -> callback.requireSigned("127.0.0.1", AlibabaScene.KEY));
        assertThat(callbacks)
                .filteredOn(DocumentedCallback::isStatus)
                .singleElement()
                .satisfies(callback -> assertThat(callback.status())
                        .isEqualTo(new StatusChanged(scene.domain(), "live", "demo", "record_started")));
        assertThat(callbacks)
                .filteredOn(callback -> !callback.isStatus())
                .singleElement()
                .satisfies(callback -> requireFile(callback.file()));
    }

    private void requireFile(FileGenerated file) {
        assertThat(file.domain()).isEqualTo(scene.domain());
        assertThat(file.app()).isEqualTo("live");
        assertThat(file.stream()).isEqualTo("demo");
        assertThat(file.uri()).endsWith(".flv");
        assertThat(file.duration()).isEqualTo(9.983);
        assertThat(file.stopTime() - file.startTime()).isBetween(9L, 11L);
        assertThat(file.pushArgs()).isEqualTo(Map.of("callback_args1", "value1"));
    }

    @Test
    void a_domain_has_one_config_and_the_second_is_refused_as_documented() throws Exception {
        scene.sdk().send(scene.adding());

        ClientException refused =
                catchThrowableOfType(ClientException.class, () -> scene.sdk().send(scene.adding()));
        assertThat(refused.getErrCode()).isEqualTo("ConfigAlreadyExists");
        assertThat(refused.getErrMsg()).isEqualTo("Config has already exist.");
        TeaException again = catchThrowableOfType(
                TeaException.class,
                () -> scene.sdk()
                        .call(
                                "AddLiveRecordNotifyConfig",
                                Map.of("DomainName", scene.domain(), "NotifyUrl", "http://8.8.8.8/x")));
        assertThat(again.getCode()).isEqualTo("ConfigAlreadyExists");
        assertThat(again.getStatusCode()).isEqualTo(400);
    }

    @Test
    void a_config_is_described_updated_and_deleted_by_the_typed_client() throws Exception {
        Client client = scene.sdk().typed();
        client.addLiveRecordNotifyConfig(new AddLiveRecordNotifyConfigRequest()
                .setDomainName(scene.domain())
                .setNotifyUrl(scene.receiver().url("/old"))
                .setNeedStatusNotify(true));
        scene.reportUntilPlanned(scene::started);
        scene.awaitCallbacks("/old", 1);

        client.updateLiveRecordNotifyConfig(new UpdateLiveRecordNotifyConfigRequest()
                .setDomainName(scene.domain())
                .setNotifyUrl(scene.receiver().url("/new"))
                .setNeedStatusNotify(false));
        var describe = new DescribeLiveRecordNotifyConfigRequest().setDomainName(scene.domain());
        var described = client.describeLiveRecordNotifyConfig(describe).body.liveRecordNotifyConfig;
        assertThat(described.notifyUrl).isEqualTo(scene.receiver().url("/new"));
        assertThat(described.needStatusNotify).isFalse();
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.planned(scene.started())).isEmpty());
        scene.reportUntilPlanned(scene::fileCompleted);
        assertThat(scene.awaitCallbacks("/new", 1).getFirst().file().stream()).isEqualTo("demo");

        client.deleteLiveRecordNotifyConfig(new DeleteLiveRecordNotifyConfigRequest().setDomainName(scene.domain()));
        TeaException gone =
                catchThrowableOfType(TeaException.class, () -> client.describeLiveRecordNotifyConfig(describe));
        assertThat(gone.getCode()).isEqualTo("InvalidConfig.NotFound");
        await().atMost(Scene.SOON)
                .untilAsserted(
                        () -> assertThat(scene.planned(scene.fileCompleted())).isEmpty());
    }
}
