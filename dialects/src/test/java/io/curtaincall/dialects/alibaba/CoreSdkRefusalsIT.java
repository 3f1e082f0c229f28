package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.exceptions.ServerException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.CreateRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DeleteLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import io.curtaincall.dialects.running.ShiftedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong, as the SDK's own exceptions tell it. */
class CoreSdkRefusalsIT extends CoreSdkContract {
    @ParameterizedTest
    @MethodSource("wires")
    void a_wrong_secret_is_known_as_such_by_the_sdk_itself(SignatureVersion wire, FormatType form) {
        String key = "AK" + open(wire, form, 0);
        sdk = client(key, "wrong");
        assertThat(refusal(records()).getErrCode()).isEqualTo("SDK.InvalidAccessKeySecret");
        sdk = client("AKnobody", "wrong");
        assertThat(refusal(records()).getErrCode()).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_clock_more_than_a_quarter_of_an_hour_off_is_refused(SignatureVersion wire, FormatType form)
            throws Exception {
        open(wire, form, 0);
        ShiftedClock clock = process.bean(ShiftedClock.class);
        try {
            for (int minutes : new int[] {-16, 16}) {
                clock.shift(Duration.ofMinutes(minutes));
                assertThat(refusal(records()).getErrCode()).isEqualTo("InvalidTimeStamp.Expired");
            }
            clock.shift(Duration.ofMinutes(14));
            assertThat(send(records()).getTotalNum()).isZero();
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @MethodSource("wires")
    void who_calls_too_often_is_throttled_alone(SignatureVersion wire, FormatType form) throws Exception {
        open(wire, form, 0);
        var delete = new DeleteLiveRecordNotifyConfigRequest();
        delete.setDomainName("a.example.com");
        assertThat(Stream.generate(() -> refusal(delete).getErrCode()).limit(12))
                .contains("InvalidConfig.NotFound", "Throttling.User");
        open(wire, form, 0);
        assertThat(refusal(delete).getErrCode()).isEqualTo("InvalidConfig.NotFound");
    }

    @Test
    void a_bug_is_a_server_error_and_an_unknown_action_a_client_error() {
        open(SignatureVersion.V1, FormatType.JSON, 0);
        var add = new AddLiveRecordNotifyConfigRequest();
        add.setDomainName("broken.example.com");
        add.setNotifyUrl(URL);
        assertThat(refusal(add)).isInstanceOf(ServerException.class);
        assertThat(refusal(add).getErrCode()).isEqualTo("InternalError");
        CommonRequest unknown = common("DescribeLiveStreams");
        ClientException refused = catchThrowableOfType(ClientException.class, () -> sdk.send(unknown));
        assertThat(refused.getErrCode()).isEqualTo("InvalidAction.NotFound");
    }

    @Test
    void a_bug_in_a_relay_operation_is_told_as_its_page_has_it() {
        open(SignatureVersion.V1, FormatType.JSON, 0);
        var create = new CreateRtcMPUEventSubRequest();
        create.setAppId("broken");
        create.setCallbackUrl("http://8.8.8.8/cb");
        ClientException refused = refusal(create);
        assertThat(refused).isInstanceOf(ServerException.class);
        assertThat(refused.getErrCode()).isEqualTo("InternalError");
        assertThat(refused.getErrMsg()).isEqualTo("InternalError");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_store_that_is_away_is_a_server_error_to_be_tried_again(SignatureVersion wire, FormatType form) {
        open(wire, form, 0);
        var add = new AddLiveRecordNotifyConfigRequest();
        add.setDomainName("away.example.com");
        add.setNotifyUrl(URL);
        ClientException refused = refusal(add);
        assertThat(refused).isInstanceOf(ServerException.class);
        assertThat(refused.getErrCode()).isEqualTo("ServiceUnavailable");
        assertThat(sdk.lastStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_domain_with_as_many_configs_as_it_may_have_is_not_told_as_a_second_config(
            SignatureVersion wire, FormatType form) {
        open(wire, form, 0);
        var add = new AddLiveRecordNotifyConfigRequest();
        add.setDomainName("full.example.com");
        add.setNotifyUrl(URL);
        assertThat(refusal(add).getErrCode()).isEqualTo("QuotaExceeded");
        assertThat(sdk.lastStatus()).isEqualTo(400);
    }

    @Test
    void a_body_that_says_it_is_json_and_is_not_is_told_as_the_page_of_records_has_it() {
        open(SignatureVersion.V1, FormatType.JSON, 0);
        CommonRequest records = common("DescribeLiveRecordNotifyRecords");
        records.putQueryParameter("DomainName", "records.example.com");
        records.putQueryParameter("StartTime", "2020-01-01T00:00:00Z");
        records.putQueryParameter("EndTime", now());
        records.setSysMethod(MethodType.POST);
        records.setHttpContent("{]".getBytes(StandardCharsets.UTF_8), "UTF-8", FormatType.JSON);
        ClientException refused = catchThrowableOfType(ClientException.class, () -> sdk.send(records));
        assertThat(refused.getErrCode()).isEqualTo("InvalidParams");
        assertThat(refused.getErrMsg()).isEqualTo("Invalid JSON");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void what_is_missing_or_invalid_of_a_config_has_the_documented_codes(SignatureVersion wire, FormatType form) {
        open(wire, form, 0);
        var add = new AddLiveRecordNotifyConfigRequest();
        assertThat(refusal(add).getErrCode()).isEqualTo("MissingDomainName");
        add.setDomainName("codes.example.com");
        assertThat(refusal(add).getErrMsg()).isEqualTo("NotifyUrl is mandatory for this action.");
        add.setNotifyUrl("ftp://8.8.8.8/");
        assertThat(refusal(add).getErrCode()).isEqualTo("InvalidNotifyUrl.Malformed");
        add.setNotifyUrl("http://127.0.0.1/");
        assertThat(refusal(add).getErrMsg()).isEqualTo("Specified NotifyUrl is not safe.");
        add.setNotifyUrl(URL);
        add.setNotifyAuthKey("short");
        assertThat(refusal(add).getErrCode()).isEqualTo("InvalidNotifyAuthKey");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void what_is_missing_or_invalid_of_a_query_has_the_documented_codes(SignatureVersion wire, FormatType form) {
        open(wire, form, 0);
        var records = records();
        records.setPageSize(501L);
        assertThat(refusal(records).getErrCode()).isEqualTo("MalformedParams");
        records.setPageSize(500L);
        records.setEndTime(records.getStartTime());
        assertThat(refusal(records).getErrMsg()).endsWith(", please check and try again later.");
        assertThat(refusal(new DescribeLiveRecordNotifyRecordsRequest()).getErrCode())
                .isEqualTo("MissingParams");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void what_is_missing_or_invalid_of_a_subscription_has_the_documented_codes(SignatureVersion wire, FormatType form) {
        open(wire, form, 0);
        var create = new CreateRtcMPUEventSubRequest();
        assertThat(refusal(create).getErrCode()).isEqualTo("MissingParam");
        create.setAppId("no/app");
        assertThat(refusal(create).getErrCode()).isEqualTo("InvalidAppId");
        create.setAppId("app");
        create.setCallbackUrl("http://8.8.8.8/cb");
        create.setChannelIds("a,a");
        assertThat(refusal(create).getErrCode()).isEqualTo("InvalidParam");
    }
}
