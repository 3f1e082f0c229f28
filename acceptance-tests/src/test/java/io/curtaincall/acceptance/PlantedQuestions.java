package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import io.curtaincall.acceptance.huawei.Refused;
import io.curtaincall.acceptance.planted.Walk;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.util.List;

/** Whatever may be asked of an installation and told of what is secret in it, by all who may and by some who may not. */
record PlantedQuestions(Installation installation, Scene scene) {
    static final String DIALECT_KEY = "plantedDialectKey1234567";
    static final String OTHER_DIALECT_KEY = "plantedOtherDialectKey0123456789";

    void lookAtEverything(Walk walk, String... others) {
        Credentials.Account demo = installation.credentials().account();
        String operator = installation.credentials().operatorToken();
        String account = "/v1/accounts/" + demo.id();
        for (String token : new String[] {operator, demo.token(), others[0], others[1], ""}) {
            for (String path : List.of(
                    "/v1/accounts",
                    account + "/retention",
                    account + "/intake-keys",
                    account + "/tokens",
                    account + "/access-keys",
                    "/v1/operator-tokens",
                    "/v1/domains",
                    "/v1/notify-configs",
                    "/v1/hook-sources",
                    "/v1/backlog",
                    "/v1/callback-records",
                    "/v1/callback-records?domain=" + scene.domain(),
                    "/v1/on-demand-decisions",
                    "/v1/admin/replays")) walk.get(path, token);
            for (String path : List.of("", "/health", "/prometheus", "/metrics", "/env", "/configprops", "/beans"))
                walk.get("/actuator" + path, token);
            for (String path :
                    List.of("/actuator/heapdump", "/actuator/loggers", "/", "/console", "/error", "/v1/none"))
                walk.get(path, token);
        }
        everyConfigAndCallback(walk, demo.token());
        walk.json("POST", "/v1/admin/replays", operator, "{\"readModel\":\"callback-records\"}");
        String place = "{\"domain\":\"" + scene.domain() + "\",\"app\":\"live\",\"stream\":\"s\"}";
        walk.json("POST", "/v1/on-demand-decisions", demo.token(), place);
        walk.json("POST", "/v1/accounts", operator, "{\"id\":\"" + demo.id() + "\"}");
    }

    private void everyConfigAndCallback(Walk walk, String token) {
        JsonNode configs =
                scene.api().get(installation.config(), "/v1/notify-configs").json();
        for (JsonNode config : configs.path("notifyConfigs")) {
            String path = "/v1/notify-configs/" + config.path("id").asText();
            walk.get(path, token);
            walk.json("PUT", path, token, "{\"topics\":[\"recording.started\"]}");
            walk.with("If-Match", "99", "PUT", path, "{\"topics\":[\"recording.started\"]}");
        }
        scene.records("").stream()
                .map(attempt -> attempt.path("callbackId").asText())
                .distinct()
                .forEach(callback -> walk.get("/v1/callbacks/" + callback, token));
    }

    void askInDialects(Walk walk) throws ClientException {
        Credentials.Account demo = installation.credentials().account();
        askAlibaba(LiveSdk.at(walk.address(), demo.accessKeyId(), demo.accessKeySecret()));
        askHuawei(walk, demo, demo.accessKeySecret());
        assertThat(Refused.ifAny(() -> askHuawei(walk, demo, "wrong"))).isPresent();
    }

    private void askAlibaba(LiveSdk sdk) throws ClientException {
        var adding = new AddLiveRecordNotifyConfigRequest();
        adding.setDomainName(scene.domain());
        adding.setNotifyUrl(scene.receiver().url("/notify"));
        adding.setNotifyReqAuth(true);
        adding.setNotifyAuthKey(DIALECT_KEY);
        sdk.send(adding);
        var asking = AlibabaScene.lastHourOf(scene.domain());
        sdk.send(asking);
        for (LiveSdk refused : new LiveSdk[] {sdk.withSecret("wrong"), sdk.withKey("nobody", sdk.accessKeySecret())}) {
            try {
                refused.send(asking);
            } catch (ClientException asExpected) {
                assertThat(asExpected.getErrCode()).isNotEmpty();
            }
        }
    }

    private void askHuawei(Walk walk, Credentials.Account demo, String secret) {
        LiveClient client = LiveClient.newBuilder()
                .withCredential(new BasicCredentials()
                        .withAk(demo.accessKeyId())
                        .withSk(secret)
                        .withProjectId(demo.projectId()))
                .withEndpoints(List.of(walk.address().toString()))
                .build();
        client.createRecordCallbackConfig(new CreateRecordCallbackConfigRequest()
                .withBody(new RecordCallbackConfigRequest()
                        .withPublishDomain(scene.domain())
                        .withApp("live")
                        .withNotifyCallbackUrl(scene.receiver().url("/record_notify"))
                        .withKey(OTHER_DIALECT_KEY)));
        client.listRecordCallbackConfigs(new ListRecordCallbackConfigsRequest().withPublishDomain(scene.domain()));
    }
}
