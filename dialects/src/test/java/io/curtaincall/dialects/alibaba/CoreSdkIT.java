package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.exceptions.ServerException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.CreateRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DeleteLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DeleteRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import com.aliyuncs.live.model.v20161101.DescribeRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.ListRtcMPUEventSubRecordRequest;
import com.aliyuncs.live.model.v20161101.UpdateLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.UpdateRtcMPUEventSubRequest;
import com.aliyuncs.profile.DefaultProfile;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.InMemoryRecords;
import io.curtaincall.dialects.running.ShiftedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor's older SDK, which models all ten operations. */
class CoreSdkIT {
    private static final String URL = "https://8.8.8.8/cb?a=1%262~*+b";
    private static final String KEY = "testkeyyourkey12";
    private static int accounts;

    private final DialectProcess process = DialectProcess.shared();
    private SignatureVersion version = SignatureVersion.V1;
    private FormatType format = FormatType.JSON;
    private DefaultAcsClient client = client("AK", DialectProcess.SECRET);

    static Stream<Arguments> wires() {
        return Stream.of(SignatureVersion.V1, SignatureVersion.V3)
                .flatMap(version ->
                        Stream.of(FormatType.JSON, FormatType.XML).map(format -> Arguments.of(version, format)));
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_recording_config_is_added_described_updated_and_deleted(SignatureVersion wire, FormatType form)
            throws Exception {
        open(wire, form, 0);
        String domain = "Config-" + wire + "-" + form + ".example.com";
        var add = new AddLiveRecordNotifyConfigRequest();
        add.setDomainName(domain);
        add.setNotifyUrl(URL);
        add.setOnDemandUrl("");
        add.setNeedStatusNotify(true);
        add.setNotifyReqAuth(true);
        add.setNotifyAuthKey(KEY);
        assertThat(send(add).getRequestId()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        assertThat(refusal(add).getErrCode()).isEqualTo("ConfigAlreadyExists");

        var describe = new DescribeLiveRecordNotifyConfigRequest();
        describe.setDomainName(domain);
        var config = send(describe).getLiveRecordNotifyConfig();
        assertThat(config.getDomainName()).isEqualTo(domain.toLowerCase(java.util.Locale.ROOT));
        assertThat(config.getNotifyUrl()).isEqualTo(URL);
        assertThat(config.getNeedStatusNotify()).isTrue();
        assertThat(config.getNotifyReqAuth()).isTrue();
        assertThat(config.getNotifyAuthKey()).isEqualTo(KEY);

        var update = new UpdateLiveRecordNotifyConfigRequest();
        update.setDomainName(domain);
        update.setNotifyUrl("http://1.1.1.1/new");
        update.setOnDemandUrl("http://1.1.1.1/ask");
        update.setNotifyReqAuth(false);
        send(update);
        var changed = send(describe).getLiveRecordNotifyConfig();
        assertThat(changed.getNotifyUrl()).isEqualTo("http://1.1.1.1/new");
        assertThat(changed.getOnDemandUrl()).isEqualTo("http://1.1.1.1/ask");
        assertThat(changed.getNeedStatusNotify()).isTrue();
        assertThat(changed.getNotifyReqAuth()).isFalse();

        var delete = new DeleteLiveRecordNotifyConfigRequest();
        delete.setDomainName(domain);
        send(delete);
        assertThat(refusal(delete).getErrCode()).isEqualTo("InvalidConfig.NotFound");
        assertThat(refusal(describe).getErrMsg()).isEqualTo("Config does not exist.");
        assertThat(refusal(update).getErrCode()).isEqualTo("InvalidConfig.NotFound");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void records_come_in_pages_with_exact_totals(SignatureVersion wire, FormatType form) throws Exception {
        String account = open(wire, form, 45);
        var request = records();
        var first = send(request);
        assertThat(first.getCode()).isZero();
        assertThat(first.getMsg()).isEqualTo("ok");
        assertThat(first.getTotalNum()).isEqualTo(45);
        assertThat(first.getTotalPage()).isEqualTo(3);
        assertThat(first.getPageNum()).isOne();
        assertThat(first.getPageSize()).isEqualTo(20);
        assertThat(first.getCallbackList()).hasSize(20);
        var row = first.getCallbackList().getFirst();
        assertThat(row.getNotifyContent()).isEqualTo(InMemoryRecords.BODY);
        assertThat(row.getNotifyType()).isEqualTo("file_created");
        assertThat(row.getNotifyTime()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(row.getNotifyHeader()).isEqualTo("{\"Content-Type\":[\"application/json; charset=utf-8\"]}");
        assertThat(row.getNotifyResponse()).isEqualTo("{\"Code\":0}");
        var failed = first.getCallbackList().get(1);
        assertThat(failed.getNotifyResult()).isEqualTo("failed");
        assertThat(failed.getDescription()).isEqualTo("connection refused");
        assertThat(failed.getNotifyType()).isEqualTo("record_error");
        request.setPageNumber(3L);
        request.setStatus("failed");
        request.setAppName("live");
        assertThat(send(request).getCallbackList()).hasSize(5);
        RecordsQuestion asked = process.bean(InMemoryRecords.class).lastOf(account);
        assertThat(asked.delivered()).isFalse();
        assertThat(asked.app()).isEqualTo("live");
        assertThat(asked.stream()).isNull();
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_relay_subscription_is_created_described_updated_listed_and_deleted(SignatureVersion wire, FormatType form)
            throws Exception {
        open(wire, form, 3);
        var create = new CreateRtcMPUEventSubRequest();
        create.setAppId("app_1");
        create.setChannelIds("c2,c1");
        create.setCallbackUrl("http://8.8.8.8/cb");
        assertThat(send(create).getSubId()).isEqualTo("Sub-0A");
        assertThat(refusal(create).getErrCode()).isEqualTo("InvalidAppId");
        var describe = new DescribeRtcMPUEventSubRequest();
        describe.setAppId("app_1");
        assertThat(send(describe).getSubInfo().getChannelIds()).isEqualTo("c2,c1");
        assertThat(send(describe).getSubInfo().getCreateTime()).isEqualTo("2026-01-02T03:04:05Z");
        var update = new UpdateRtcMPUEventSubRequest();
        update.setAppId("app_1");
        update.setChannelIds("");
        send(update);
        assertThat(send(describe).getSubInfo().getChannelIds()).isNull();
        assertThat(send(describe).getSubInfo().getCallbackUrl()).isEqualTo("http://8.8.8.8/cb");

        var list = new ListRtcMPUEventSubRecordRequest();
        list.setAppId("app_1");
        list.setStartTime("1970-01-01T00:00:00Z");
        list.setEndTime(now());
        list.setPageNo(1);
        list.setPageSize(2);
        var logs = send(list);
        assertThat(logs.getCount()).isEqualTo(2L);
        assertThat(logs.getHasMore()).isTrue();
        assertThat(logs.getLogs().getFirst().getHTTPCode()).isEqualTo("200");
        assertThat(logs.getLogs().getFirst().getCost()).isEqualTo(22L);
        assertThat(logs.getLogs().get(1).getHTTPCode()).isEqualTo("0");
        list.setPageNo(2);
        assertThat(send(list).getHasMore()).isFalse();

        var delete = new DeleteRtcMPUEventSubRequest();
        delete.setAppId("app_1");
        send(delete);
        assertThat(refusal(delete).getErrCode()).isEqualTo("InvalidAppId");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void a_wrong_secret_is_known_as_such_by_the_sdk_itself(SignatureVersion wire, FormatType form) {
        String key = "AK" + open(wire, form, 0);
        client = client(key, "wrong");
        assertThat(refusal(records()).getErrCode()).isEqualTo("SDK.InvalidAccessKeySecret");
        client = client("AKnobody", "wrong");
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

    @ParameterizedTest
    @MethodSource("wires")
    void what_is_missing_or_invalid_has_the_documented_codes(SignatureVersion wire, FormatType form) {
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
        var records = records();
        records.setPageSize(501L);
        assertThat(refusal(records).getErrCode()).isEqualTo("MalformedParams");
        records.setPageSize(500L);
        records.setEndTime(records.getStartTime());
        assertThat(refusal(records).getErrMsg()).endsWith(", please check and try again later.");
        assertThat(refusal(new DescribeLiveRecordNotifyRecordsRequest()).getErrCode())
                .isEqualTo("MissingParams");
        var create = new CreateRtcMPUEventSubRequest();
        assertThat(refusal(create).getErrCode()).isEqualTo("MissingParam");
        create.setAppId("no/app");
        assertThat(refusal(create).getErrCode()).isEqualTo("InvalidAppId");
        create.setAppId("app");
        create.setCallbackUrl("http://8.8.8.8/cb");
        create.setChannelIds("a,a");
        assertThat(refusal(create).getErrCode()).isEqualTo("InvalidParam");
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
        ClientException refused = catchThrowableOfType(ClientException.class, () -> client.getCommonResponse(unknown));
        assertThat(refused.getErrCode()).isEqualTo("InvalidAction.NotFound");
    }

    @Test
    void generic_requests_by_get_and_with_a_form_are_served() throws Exception {
        open(SignatureVersion.V1, FormatType.JSON, 0);
        CommonRequest get = common("DescribeLiveRecordNotifyRecords");
        get.setSysMethod(MethodType.GET);
        CommonRequest form = common("DescribeLiveRecordNotifyRecords");
        form.setSysMethod(MethodType.POST);
        for (String[] parameter : new String[][] {
            {"DomainName", "generic.example.com"}, {"StartTime", "2020-01-01T00:00:00Z"}, {"EndTime", now()}
        }) {
            get.putQueryParameter(parameter[0], parameter[1]);
            form.putBodyParameter(parameter[0], parameter[1]);
        }
        assertThat(client.getCommonResponse(get).getData()).contains("\"TotalNum\":0");
        assertThat(client.getCommonResponse(form).getData()).contains("\"TotalNum\":0");
    }

    private CommonRequest common(String action) {
        CommonRequest request = new CommonRequest();
        request.setSysDomain("127.0.0.1:" + process.port());
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysVersion("2016-11-01");
        request.setSysAction(action);
        return request;
    }

    private static DescribeLiveRecordNotifyRecordsRequest records() {
        var request = new DescribeLiveRecordNotifyRecordsRequest();
        request.setDomainName("records.example.com");
        request.setStartTime("2020-01-01T00:00:00Z");
        request.setEndTime(now());
        return request;
    }

    private static String now() {
        return Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An account with so many records, which its name says. */
    private String open(SignatureVersion wire, FormatType form, int records) {
        version = wire;
        format = form;
        String account = "core" + accounts++ + "-" + records;
        client = client(process.openAccount(account), DialectProcess.SECRET);
        return account;
    }

    private static DefaultAcsClient client(String key, String secret) {
        return new DefaultAcsClient(DefaultProfile.getProfile("cn-shanghai", key, secret));
    }

    private <T extends AcsResponse> T send(AcsRequest<T> request) throws ClientException {
        request.setSysEndpoint("127.0.0.1:" + process.port());
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysAcceptFormat(format);
        request.setSysSignatureVersion(version);
        return client.getAcsResponse(request);
    }

    private ClientException refusal(AcsRequest<?> request) {
        return catchThrowableOfType(ClientException.class, () -> send(request));
    }
}
