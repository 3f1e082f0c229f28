package io.curtaincall.acceptance;

import com.aliyun.tea.TeaException;
import io.curtaincall.acceptance.DialectOperation.Words;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every operation of this dialect on one domain and one application. */
record AlibabaOperations(URI front, String domain, String appId) {
    private static final String PACKAGE = "alibaba";
    private static final String URL = "https://8.8.8.8/cb";
    private static final Words RAM = new Words(403, "Forbidden.RAM");
    private static final Words RAM_OF_REMOVAL = new Words(400, "Forbidden");
    private static final Words FORBIDDEN = new Words(403, "Forbidden");
    private static final Words NO_CONFIG = new Words(404, "InvalidConfig.NotFound");
    private static final Words NO_SUBSCRIPTION = new Words(400, "InvalidAppId");

    List<DialectOperation> all() {
        Map<String, String> byDomain = Map.of("DomainName", domain);
        Map<String, String> config = Map.of("DomainName", domain, "NotifyUrl", URL);
        Map<String, String> byApp = Map.of("AppId", appId);
        Map<String, String> subscription = Map.of("AppId", appId, "CallbackUrl", URL);
        return List.of(
                of("AddLiveRecordNotifyConfig", true, RAM, RAM, config),
                of("UpdateLiveRecordNotifyConfig", true, RAM, NO_CONFIG, config),
                of("DescribeLiveRecordNotifyConfig", false, RAM, NO_CONFIG, byDomain),
                of("DescribeLiveRecordNotifyRecords", false, RAM, null, period(byDomain, "PageNumber")),
                of("CreateRtcMPUEventSub", true, FORBIDDEN, FORBIDDEN, subscription),
                of("UpdateRtcMPUEventSub", true, FORBIDDEN, NO_SUBSCRIPTION, subscription),
                of("DescribeRtcMPUEventSub", false, FORBIDDEN, NO_SUBSCRIPTION, byApp),
                of("ListRtcMPUEventSubRecord", false, FORBIDDEN, null, period(byApp, "PageNo")),
                of("DeleteLiveRecordNotifyConfig", true, RAM_OF_REMOVAL, NO_CONFIG, byDomain),
                of("DeleteRtcMPUEventSub", true, FORBIDDEN, NO_SUBSCRIPTION, byApp));
    }

    private static Map<String, String> period(Map<String, String> subject, String page) {
        Map<String, String> question = new HashMap<>(subject);
        question.put("StartTime", AlibabaScene.hoursFromNow(-1));
        question.put("EndTime", AlibabaScene.hoursFromNow(1));
        question.put("PageSize", "10");
        question.put(page, "1");
        return question;
    }

    private DialectOperation of(
            String action, boolean writes, Words forbidden, @Nullable Words foreign, Map<String, String> parameters) {
        return new DialectOperation(
                PACKAGE + "." + action, writes, forbidden, forbidden, foreign, key -> ask(key, action, parameters));
    }

    private Optional<Words> ask(Credentials.Account key, String action, Map<String, String> parameters) {
        try {
            LiveSdk.at(front, key.accessKeyId(), key.accessKeySecret()).call(action, parameters);
            return Optional.empty();
        } catch (TeaException refused) {
            return Optional.of(new Words(Objects.requireNonNull(refused.getStatusCode()), refused.getCode()));
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(action, unexpected);
        }
    }
}
