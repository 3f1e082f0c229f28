package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.openapiutil.Client;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.live.model.v20161101.DeleteLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyConfigRequest;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is an account's own, and what all processes know of a request. */
@InBothShapes
class AlibabaAccountsIT {
    private final AlibabaScene scene;

    AlibabaAccountsIT(Shape shape) {
        scene = new AlibabaScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void two_accounts_do_not_see_each_other() throws Exception {
        scene.sdk().send(scene.adding());
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.awaitRecords(scene.asking(), 1);
        LiveSdk other = AlibabaAccount.open(scene.installation()).sdk();
        var describe = new DescribeLiveRecordNotifyConfigRequest();
        describe.setDomainName(scene.domain());
        var delete = new DeleteLiveRecordNotifyConfigRequest();
        delete.setDomainName(scene.domain());

        assertThat(other.send(scene.asking()).getTotalNum()).isZero();
        assertThat(catchThrowableOfType(ClientException.class, () -> other.send(describe))
                        .getErrCode())
                .isEqualTo("InvalidConfig.NotFound");
        assertThat(catchThrowableOfType(ClientException.class, () -> other.send(delete))
                        .getErrCode())
                .isEqualTo("InvalidConfig.NotFound");
        assertThat(catchThrowableOfType(ClientException.class, () -> other.send(scene.adding()))
                        .getErrCode())
                .isEqualTo("Forbidden.RAM");
        assertThat(scene.sdk().send(describe).getLiveRecordNotifyConfig().getDomainName())
                .isEqualTo(scene.domain());
    }

    @Test
    void a_request_that_one_process_has_taken_is_refused_by_all() throws Exception {
        String query = signedQuery();

        assertThat(send(scene.installation().front(), query).text()).contains("InvalidConfig.NotFound");
        assertThat(send(scene.installation().front(), query).text()).contains("SignatureNonceUsed");
        assertThat(send(scene.installation().config(), query).text()).contains("SignatureNonceUsed");
    }

    private String signedQuery() throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "Action", "DescribeLiveRecordNotifyConfig",
                "Version", "2016-11-01",
                "Format", "JSON",
                "DomainName", scene.domain(),
                "AccessKeyId", scene.sdk().accessKeyId(),
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", UUID.randomUUID().toString(),
                "Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        parameters.put(
                "Signature",
                Client.getRPCSignature(parameters, "GET", scene.sdk().accessKeySecret()));
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Reply send(URI process, String query) {
        return scene.controlPlane()
                .send(HttpRequest.newBuilder(process.resolve("/?" + query)).build());
    }
}
