package io.curtaincall.acceptance;

import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.util.List;
import java.util.Map;

/** One account, one domain and one endpoint for the SDKs of all vendors, and one receiver. */
final class DialectsScene {
    static final String VOLCENGINE = "/volcengine";
    static final String HUAWEI = "/huawei";

    private final AlibabaScene scene;
    private final LiveCallbacksSdk volcengine;
    private final LiveClient huawei;

    DialectsScene(Shape shape) {
        scene = new AlibabaScene(shape);
        volcengine = LiveCallbacksSdk.at(
                scene.installation().front(),
                scene.sdk().accessKeyId(),
                scene.sdk().accessKeySecret());
        huawei = HuaweiScene.client(scene.installation(), scene.sdk().accessKeySecret());
    }

    /** Has the account, the domain and the receiver, and is what is to be closed. */
    AlibabaScene scene() {
        return scene;
    }

    LiveCallbacksSdk volcengine() {
        return volcengine;
    }

    LiveClient huawei() {
        return huawei;
    }

    CreateRecordCallbackConfigRequest huaweiConfig(String domain) {
        return new CreateRecordCallbackConfigRequest()
                .withBody(new RecordCallbackConfigRequest()
                        .withPublishDomain(domain)
                        .withApp("*")
                        .withNotifyCallbackUrl(scene.receiver().url(HUAWEI))
                        .withKey(HuaweiScene.KEY));
    }

    Map<String, Object> volcengineConfig(String domain) {
        return Map.of(
                "Domain",
                domain,
                "MessageType",
                "record",
                "AuthEnable",
                true,
                "AuthKeyPrimary",
                VolcengineScene.KEY,
                "CallbackDetailList",
                List.of(Map.of("CallbackType", "http", "URL", scene.receiver().url(VOLCENGINE))));
    }

    Map<String, Object> volcengineQuestion() {
        return Map.of(
                "DomainList",
                List.of(scene.domain()),
                "StartTime",
                AlibabaScene.hoursFromNow(-1),
                "EndTime",
                AlibabaScene.hoursFromNow(1));
    }
}
