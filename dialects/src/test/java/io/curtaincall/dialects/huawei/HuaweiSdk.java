package io.curtaincall.dialects.huawei;

import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.live.v1.LiveAsyncClient;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigRequest;
import io.curtaincall.dialects.running.DialectProcess;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The vendor's SDK with one account's access key; only the endpoint is not the vendor's. */
record HuaweiSdk(DialectProcess process, String account, String keyId) {
    static final String URL = "http://8.8.8.8/record_notify";
    private static int accounts;

    /** For an account of its own. */
    static HuaweiSdk fresh() {
        DialectProcess process = DialectProcess.shared();
        String account = "huawei" + accounts++ + "-0";
        return new HuaweiSdk(process, account, process.openAccount(account));
    }

    String project() {
        return DialectProcess.projectOf(account);
    }

    BasicCredentials credentials() {
        return new BasicCredentials()
                .withAk(keyId)
                .withSk(DialectProcess.SECRET)
                .withProjectId(project());
    }

    LiveClient client() {
        return client(credentials());
    }

    LiveClient client(ICredential credential) {
        return LiveClient.newBuilder()
                .withCredential(credential)
                .withEndpoints(List.of(process.address().toString()))
                .build();
    }

    LiveAsyncClient asyncClient() {
        return LiveAsyncClient.newBuilder()
                .withCredential(credentials())
                .withEndpoints(List.of(process.address().toString()))
                .build();
    }

    /** What all clients of the SDK stand on, and can send what they cannot. */
    HcClient core(ICredential credential, String endpoint) {
        return new ClientBuilder<HcClient>(core -> core)
                .withCredential(credential)
                .withEndpoints(List.of(endpoint))
                .build();
    }

    CreateRecordCallbackConfigResponse add(String domain, String app) {
        return client().createRecordCallbackConfig(creating(body(domain, app)));
    }

    /** What is required and an address. */
    static RecordCallbackConfigRequest body(String domain, String app) {
        return new RecordCallbackConfigRequest()
                .withPublishDomain(domain)
                .withApp(app)
                .withNotifyCallbackUrl(URL);
    }

    static CreateRecordCallbackConfigRequest creating(RecordCallbackConfigRequest body) {
        return new CreateRecordCallbackConfigRequest().withBody(body);
    }

    static UpdateRecordCallbackConfigRequest updating(String id, RecordCallbackConfigRequest body) {
        return new UpdateRecordCallbackConfigRequest().withId(id).withBody(body);
    }

    static ShowRecordCallbackConfigRequest showing(String id) {
        return new ShowRecordCallbackConfigRequest().withId(id);
    }

    static DeleteRecordCallbackConfigRequest deleting(String id) {
        return new DeleteRecordCallbackConfigRequest().withId(id);
    }

    static ListRecordCallbackConfigsRequest listing() {
        return new ListRecordCallbackConfigsRequest();
    }

    /** What the SDK throws, which has a request id and a message whatever it is. */
    static <T extends ServiceResponseException> T refusal(Class<T> type, ThrowingCallable call) {
        T refusal = Assertions.catchThrowableOfType(type, call);
        Assertions.assertThat(refusal).isNotNull();
        Assertions.assertThat(refusal.getRequestId()).matches(REQUEST_ID);
        Assertions.assertThat(refusal.getErrorMsg()).isNotEmpty();
        return refusal;
    }

    /** {@code uuid-milliseconds-host}. */
    static final String REQUEST_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]{13}-[A-Za-z0-9.-]+";
}
