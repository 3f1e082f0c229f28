package io.curtaincall.dialects.huawei;

import static io.curtaincall.dialects.huawei.HuaweiSdk.body;
import static io.curtaincall.dialects.huawei.HuaweiSdk.creating;
import static io.curtaincall.dialects.huawei.HuaweiSdk.listing;

import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.live.v1.LiveMeta;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsResponse;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import io.curtaincall.dialects.running.Crowd;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.Meddler;
import io.curtaincall.testsupport.huawei.IdentityProvider;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an account does that meets an error. */
final class ErrorScenes implements Closeable {
    static final String CALLBACKS = "/v1/{project_id}/record/callbacks";

    private final HuaweiSdk sdk;
    private final Path folder;
    private final List<Closeable> opened = new ArrayList<>();

    ErrorScenes(HuaweiSdk sdk, Path folder) {
        this.sdk = sdk;
        this.folder = folder;
    }

    private HcClient core() {
        return sdk.core(sdk.credentials(), sdk.process().address().toString());
    }

    BasicCredentials credentials() {
        return sdk.credentials();
    }

    Asking shows(String id) {
        return Asking.showing(core(), id);
    }

    Asking creates(RecordCallbackConfigRequest body) {
        return Asking.creating(core(), creating(body));
    }

    Asking createsAgain() {
        sdk.add("hwrows.example.com", "live");
        return creates(body("hwrows.example.com", "live"));
    }

    Asking createsForAnothersDomain() {
        HuaweiSdk.fresh().add("theirs.hwrows.example.com", "*");
        return creates(body("theirs.hwrows.example.com", "live"));
    }

    Asking createsALargeOne() {
        return creates(body("large.example.com", "live").withKey("k".repeat(ApiRequestReader.LARGEST_BODY)));
    }

    Asking lists() {
        return Asking.listing(core());
    }

    Asking listsBy(ICredential credential) {
        return Asking.listing(sdk.core(credential, sdk.process().address().toString()));
    }

    Asking listsUnsigned() throws Exception {
        Meddler meddler = Meddler.before(
                SignedRequest.http(sdk.process()), request -> request.replaceFirst("\r\nAuthorization: [^\r]*", ""));
        opened.add(meddler);
        return Asking.listing(sdk.core(sdk.credentials(), meddler.address().toString()));
    }

    Asking listsInACrowd() {
        SignedRequest request =
                new SignedRequest(sdk.process(), "GET", CALLBACKS.replace("{project_id}", sdk.project()));
        String signed = request.unsigned("Authorization", request.authorization(sdk.keyId(), DialectProcess.SECRET))
                .text();
        opened.add(Crowd.asking(SignedRequest.http(sdk.process()), signed));
        return lists();
    }

    Asking listsByToken(String token) throws Exception {
        IdentityProvider iam = new IdentityProvider(token);
        opened.add(iam);
        return listsBy(new BasicCredentials()
                .withProjectId(sdk.project())
                .withIdpId("idp")
                .withIdTokenFile(
                        Files.writeString(folder.resolve("id-token"), "id").toString())
                .withIamEndpoint(iam.address()));
    }

    String token() throws Exception {
        return new SignedRequest(sdk.process(), "POST", "/v3/auth/tokens")
                .json("{\"auth\":{\"identity\":{\"methods\":[\"hw_ak_sk\"],\"hw_ak_sk\":{\"access\":{\"key\":\""
                        + sdk.keyId() + "\"},\"secret\":{\"key\":\"" + DialectProcess.SECRET + "\"}}}}}")
                .send()
                .header("X-Subject-Token");
    }

    Asking asksElsewhere() {
        return Asking.listing(sdk.core(sdk.credentials(), sdk.process().address() + "/nowhere"));
    }

    Asking deletesAll() {
        var operation = HttpRequestDef.builder(
                        HttpMethod.DELETE,
                        ListRecordCallbackConfigsRequest.class,
                        ListRecordCallbackConfigsResponse.class)
                .withName("DeleteAll")
                .withUri(CALLBACKS)
                .withContentType("application/json")
                .build();
        return Asking.other(core(), listing(), operation);
    }

    Asking posts(String path, String type) {
        // a new one: what the builder of LiveMeta changes is changed for everybody
        var operation = HttpRequestDef.builder(
                        HttpMethod.POST,
                        CreateRecordCallbackConfigRequest.class,
                        CreateRecordCallbackConfigResponse.class)
                .withName("Post")
                .withUri(path)
                .withContentType(type)
                .withRequestField(LiveMeta.createRecordCallbackConfig.getRequestField("body"))
                .build();
        return Asking.other(core(), creating(body("hwrows.example.com", "*")), operation);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : opened) each.close();
    }
}
