package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.live.model.v20161101.AddLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.CreateRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DeleteLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DeleteRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.DescribeRtcMPUEventSubRequest;
import com.aliyuncs.live.model.v20161101.ListRtcMPUEventSubRecordRequest;
import com.aliyuncs.live.model.v20161101.UpdateLiveRecordNotifyConfigRequest;
import com.aliyuncs.live.model.v20161101.UpdateRtcMPUEventSubRequest;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.dialects.running.InMemoryRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All ten operations through the vendor's older SDK. */
class CoreSdkIT extends CoreSdkContract {
    private static final String KEY = "testkeyyourkey12";

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
        assertThat(sdk.send(get)).contains("\"TotalNum\":0");
        assertThat(sdk.send(form)).contains("\"TotalNum\":0");
    }
}
