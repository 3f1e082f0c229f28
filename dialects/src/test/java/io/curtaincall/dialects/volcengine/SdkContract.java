package io.curtaincall.dialects.volcengine;

import com.volcengine.model.live.v20230101.DeleteCallbackBody;
import com.volcengine.model.live.v20230101.DescribeCallbackBody;
import com.volcengine.model.live.v20230101.DescribeCallbackResResultCallbackListItem;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataResResult;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import com.volcengine.model.live.v20230101.UpdateCallbackBodyCallbackDetailListItem;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Speaks through the vendor's SDKs, each test with an account and domains of its own. */
abstract class SdkContract {
    static final String URL = "https://8.8.8.8/cb?a=1%262~*+b";
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    final DialectProcess process = DialectProcess.shared();
    String account = "";
    String domain = "";
    LiveCallbacksSdk sdk = client("AK", DialectProcess.SECRET);

    /** An account with so many records, which its name says. */
    void open(int records) {
        int number = ACCOUNTS.getAndIncrement();
        account = "volc" + number + "-" + records;
        domain = "push" + number + ".example.com";
        sdk = client(process.openAccount(account), DialectProcess.SECRET);
    }

    LiveCallbacksSdk client(String key, String secret) {
        return LiveCallbacksSdk.at(process.address(), key, secret);
    }

    UpdateCallbackBody update(String messageType) {
        UpdateCallbackBody body = new UpdateCallbackBody();
        body.setMessageType(messageType);
        body.setVhost(domain);
        body.setCallbackDetailList(List.of(detail("http", URL)));
        return body;
    }

    static UpdateCallbackBodyCallbackDetailListItem detail(String type, String url) {
        var detail = new UpdateCallbackBodyCallbackDetailListItem();
        detail.setCallbackType(type);
        detail.setURL(url);
        return detail;
    }

    static DescribeLiveCallbackDataBody lastHour() {
        Instant now = Instant.now();
        DescribeLiveCallbackDataBody body = new DescribeLiveCallbackDataBody();
        body.setStartTime(Timestamps.format(now.minusSeconds(3600), Timestamps.USUAL_OFFSET));
        body.setEndTime(Timestamps.format(now, Timestamps.USUAL_OFFSET));
        return body;
    }

    List<DescribeCallbackResResultCallbackListItem> described(@Nullable String messageType) throws Exception {
        DescribeCallbackBody body = new DescribeCallbackBody();
        body.setVhost(domain);
        body.setMessageType(messageType);
        return sdk.typed(live -> live.describeCallback(body).getResult().getCallbackList());
    }

    DeleteCallbackBody delete(@Nullable String messageType) {
        DeleteCallbackBody body = new DeleteCallbackBody();
        body.setVhost(domain);
        body.setMessageType(messageType);
        return body;
    }

    DescribeLiveCallbackDataResResult records(DescribeLiveCallbackDataBody body) throws Exception {
        return sdk.typed(live -> live.describeLiveCallbackData(body).getResult());
    }
}
