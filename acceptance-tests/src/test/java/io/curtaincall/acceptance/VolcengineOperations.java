package io.curtaincall.acceptance;

import io.curtaincall.acceptance.DialectOperation.Words;
import io.curtaincall.acceptance.volcengine.Refused;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation of this dialect on one domain. */
record VolcengineOperations(URI front, String domain) {
    private static final String PACKAGE = "volcengine";
    private static final Words DENIED = new Words(403, "AccessDenied");
    private static final Words NOT_OWN = new Words(403, "RequestForbidden");

    List<DialectOperation> all() {
        return List.of(
                of(
                        "UpdateCallback",
                        "UpdateCallback",
                        true,
                        Map.of(
                                "Vhost",
                                domain,
                                "MessageType",
                                "push",
                                "CallbackDetailList",
                                List.of(Map.of("CallbackType", "http", "URL", "https://8.8.8.8/cb")))),
                of("DescribeCallback", "DescribeCallback", false, Map.of("Vhost", domain)),
                of(
                        "DescribeCallbackRecords",
                        "DescribeLiveCallbackData",
                        false,
                        Map.of(
                                "DomainList",
                                List.of(domain),
                                "StartTime",
                                AlibabaScene.hoursFromNow(-1),
                                "EndTime",
                                AlibabaScene.hoursFromNow(1))),
                of("DeleteCallback", "DeleteCallback", true, Map.of("Vhost", domain)));
    }

    private DialectOperation of(String type, String action, boolean writes, Map<String, Object> parameters) {
        return new DialectOperation(
                PACKAGE + "." + type, writes, DENIED, DENIED, NOT_OWN, key -> ask(key, action, parameters));
    }

    private Optional<Words> ask(Credentials.Account key, String action, Map<String, Object> parameters) {
        LiveCallbacksSdk sdk = LiveCallbacksSdk.at(front, key.accessKeyId(), key.accessKeySecret());
        return Refused.ifAny(() -> sdk.universal(action, parameters))
                .map(refused -> new Words(refused.status(), refused.code()));
    }
}
