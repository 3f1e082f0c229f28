package io.curtaincall.acceptance;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigRequest;
import io.curtaincall.acceptance.DialectOperation.Words;
import io.curtaincall.acceptance.huawei.Refused;
import io.curtaincall.bench.running.Credentials;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every operation of this dialect on one domain and on the config of this id; its tokens are got by any key. */
record HuaweiOperations(URI front, String domain, String id) {
    private static final String PACKAGE = "huawei";
    private static final Words FORBIDDEN = new Words(403, "APIGW.0302");
    private static final Words NOT_FOUND = new Words(404, "LIVE.103011019");

    List<DialectOperation> all() {
        return List.of(
                of("CreateRecordCallbackConfig", true, FORBIDDEN, FORBIDDEN, live -> create(live, domain)),
                of(
                        "ListRecordCallbackConfigs",
                        false,
                        FORBIDDEN,
                        null,
                        live -> live.listRecordCallbackConfigs(
                                new ListRecordCallbackConfigsRequest().withPublishDomain(domain))),
                of(
                        "ShowRecordCallbackConfig",
                        false,
                        NOT_FOUND,
                        NOT_FOUND,
                        live -> live.showRecordCallbackConfig(new ShowRecordCallbackConfigRequest().withId(id))),
                of(
                        "UpdateRecordCallbackConfig",
                        true,
                        NOT_FOUND,
                        NOT_FOUND,
                        live -> live.updateRecordCallbackConfig(new UpdateRecordCallbackConfigRequest()
                                .withId(id)
                                .withBody(body(domain)))),
                of(
                        "DeleteRecordCallbackConfig",
                        true,
                        NOT_FOUND,
                        NOT_FOUND,
                        live -> live.deleteRecordCallbackConfig(new DeleteRecordCallbackConfigRequest().withId(id))));
    }

    /** @return the id */
    static String create(LiveClient live, String domain) {
        return live.createRecordCallbackConfig(new CreateRecordCallbackConfigRequest().withBody(body(domain)))
                .getId();
    }

    private static RecordCallbackConfigRequest body(String domain) {
        return new RecordCallbackConfigRequest()
                .withPublishDomain(domain)
                .withApp("*")
                .withNotifyCallbackUrl("https://8.8.8.8/cb");
    }

    LiveClient client(Credentials.Account key) {
        return LiveClient.newBuilder()
                .withCredential(new BasicCredentials()
                        .withAk(key.accessKeyId())
                        .withSk(key.accessKeySecret())
                        .withProjectId(key.projectId()))
                .withEndpoints(List.of(front.toString()))
                .build();
    }

    private DialectOperation of(
            String type, boolean writes, Words outside, @Nullable Words foreign, Consumer<LiveClient> call) {
        return new DialectOperation(
                PACKAGE + "." + type,
                writes,
                FORBIDDEN,
                outside,
                foreign,
                key -> Refused.ifAny(() -> call.accept(client(key)))
                        .map(refused -> new Words(refused.status(), refused.code())));
    }
}
