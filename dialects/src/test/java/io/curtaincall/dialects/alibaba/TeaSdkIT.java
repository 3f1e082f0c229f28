package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.live20161101.Client;
import com.aliyun.live20161101.models.AddLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.DeleteLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.DescribeLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.UpdateLiveRecordNotifyConfigRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's newer SDK: four operations typed, all by name. */
class TeaSdkIT {
    private static int accounts;
    private final DialectProcess process = DialectProcess.shared();

    @Test
    void a_recording_config_is_kept_by_the_typed_client() throws Exception {
        Client client = new Client(config(DialectProcess.SECRET));
        client.addLiveRecordNotifyConfig(new AddLiveRecordNotifyConfigRequest()
                .setDomainName("tea.example.com")
                .setNotifyUrl("http://8.8.8.8/a b?x=1&y=*~+".replace(" ", "%20"))
                .setOnDemandUrl("http://8.8.8.8/ask")
                .setNeedStatusNotify(true));
        var describe = new DescribeLiveRecordNotifyConfigRequest().setDomainName("tea.example.com");
        var config = client.describeLiveRecordNotifyConfig(describe).body.liveRecordNotifyConfig;
        assertThat(config.notifyUrl).isEqualTo("http://8.8.8.8/a%20b?x=1&y=*~+");
        assertThat(config.needStatusNotify).isTrue();
        client.updateLiveRecordNotifyConfig(new UpdateLiveRecordNotifyConfigRequest()
                .setDomainName("tea.example.com")
                .setNotifyUrl("http://8.8.8.8/b")
                .setNeedStatusNotify(false));
        var changed = client.describeLiveRecordNotifyConfig(describe).body.liveRecordNotifyConfig;
        assertThat(changed.onDemandUrl).isEqualTo("http://8.8.8.8/ask");
        assertThat(changed.needStatusNotify).isFalse();
        client.deleteLiveRecordNotifyConfig(new DeleteLiveRecordNotifyConfigRequest().setDomainName("tea.example.com"));
        TeaException gone =
                catchThrowableOfType(TeaException.class, () -> client.describeLiveRecordNotifyConfig(describe));
        assertThat(gone.code).isEqualTo("InvalidConfig.NotFound");
        assertThat(gone.getMessage()).startsWith("code: 404, Config does not exist. request id: ");
    }

    @Test
    void an_empty_request_of_the_typed_client_misses_its_parameters() throws Exception {
        Client client = new Client(config(DialectProcess.SECRET));
        TeaException refused = catchThrowableOfType(
                TeaException.class, () -> client.addLiveRecordNotifyConfig(new AddLiveRecordNotifyConfigRequest()));
        assertThat(refused.code).isEqualTo("MissingDomainName");
    }

    @ParameterizedTest
    @CsvSource({
        "ACS3-HMAC-SHA256, POST, true",
        "ACS3-HMAC-SHA256, POST, false",
        "ACS3-HMAC-SHA256, GET, true",
        "v2, POST, true",
        "v2, POST, false",
    })
    void every_operation_is_called_by_name(String algorithm, String method, boolean inQuery) throws Exception {
        Config config = config(DialectProcess.SECRET).setSignatureAlgorithm(algorithm);
        String domain = "by-name-" + algorithm + "-" + method + "-" + inQuery + ".example.com";
        Map<String, String> recording = Map.of(
                "DomainName", domain, "NotifyUrl", "https://8.8.8.8/a?b=c~*", "OnDemandUrl", "", "NotifyReqAuth", "no");
        Map<String, String> relay = Map.of("AppId", "app", "CallbackUrl", "http://8.8.8.8/x", "ChannelIds", "c1");
        Map<String, String> records = new LinkedHashMap<>(Map.of(
                "DomainName",
                domain,
                "AppId",
                "app",
                "StartTime",
                "2020-01-01T00:00:00Z",
                "EndTime",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "PageSize",
                "10",
                "PageNo",
                "1"));
        record Step(String action, Map<String, String> parameters, String answer) {}
        for (Step step : new Step[] {
            new Step("AddLiveRecordNotifyConfig", recording, "RequestId"),
            new Step("DescribeLiveRecordNotifyConfig", recording, "LiveRecordNotifyConfig"),
            new Step("UpdateLiveRecordNotifyConfig", recording, "RequestId"),
            new Step("DeleteLiveRecordNotifyConfig", recording, "RequestId"),
            new Step("DescribeLiveRecordNotifyRecords", records, "CallbackList"),
            new Step("CreateRtcMPUEventSub", relay, "SubId"),
            new Step("DescribeRtcMPUEventSub", relay, "SubInfo"),
            new Step("UpdateRtcMPUEventSub", relay, "RequestId"),
            new Step("ListRtcMPUEventSubRecord", records, "Logs"),
            new Step("DeleteRtcMPUEventSub", relay, "RequestId"),
        }) {
            assertThat(call(config, step.action(), method, inQuery, step.parameters()))
                    .as(step.action())
                    .containsKeys("RequestId", step.answer());
        }
    }

    @Test
    void a_wrong_secret_and_an_unknown_action_are_told() throws Exception {
        Config wrong = config("wrong");
        TeaException refused = catchThrowableOfType(
                TeaException.class, () -> call(wrong, "DeleteRtcMPUEventSub", "POST", true, Map.of("AppId", "a")));
        assertThat(refused.code).isEqualTo("SignatureDoesNotMatch");
        assertThat(refused.getStatusCode()).isEqualTo(400);
        Config right = config(DialectProcess.SECRET);
        TeaException unknown =
                catchThrowableOfType(TeaException.class, () -> call(right, "NoSuchAction", "POST", true, Map.of()));
        assertThat(unknown.code).isEqualTo("InvalidAction.NotFound");
        assertThat(unknown.getStatusCode()).isEqualTo(404);
    }

    @Test
    void a_security_token_is_refused_in_either_scheme() throws Exception {
        for (String algorithm : new String[] {"ACS3-HMAC-SHA256", "v2"}) {
            Config config =
                    config(DialectProcess.SECRET).setSecurityToken("token").setSignatureAlgorithm(algorithm);
            TeaException refused = catchThrowableOfType(
                    TeaException.class, () -> call(config, "DeleteRtcMPUEventSub", "POST", true, Map.of("AppId", "a")));
            assertThat(refused.code).isEqualTo("InvalidSecurityToken.Malformed");
        }
    }

    private static Map<String, Object> call(
            Config config, String action, String method, boolean inQuery, Map<String, String> parameters)
            throws Exception {
        OpenApiRequest request = new OpenApiRequest();
        if (inQuery) request.setQuery(parameters);
        else request.setBody(parameters);
        return LiveSdk.call(config, action, method, request);
    }

    private Config config(String secret) {
        return LiveSdk.at(process.address(), process.openAccount("tea" + accounts++ + "-0"), secret)
                .config();
    }
}
