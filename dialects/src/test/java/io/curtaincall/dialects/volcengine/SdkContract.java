package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.volcengine.ApiException;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks through the vendor's SDKs, each test with an account and domains of its own. */
abstract class SdkContract {
    static final String URL = "https://8.8.8.8/cb?a=1%262~*+b";
    private static final JsonMapper JSON = new JsonMapper();
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

    DescribeCallbackBody describe(@Nullable String messageType) {
        DescribeCallbackBody body = new DescribeCallbackBody();
        body.setVhost(domain);
        body.setMessageType(messageType);
        return body;
    }

    List<DescribeCallbackResResultCallbackListItem> described(@Nullable String messageType) throws Exception {
        DescribeCallbackBody body = describe(messageType);
        return sdk.typed(live -> live.describeCallback(body).getResult().getCallbackList());
    }

    DeleteCallbackBody delete(@Nullable String messageType) {
        DeleteCallbackBody body = new DeleteCallbackBody();
        body.setVhost(domain);
        body.setMessageType(messageType);
        return body;
    }

    /**
     * Asks by the typed SDK, whose exception is the body, and by the core SDK, which knows the status too.
     *
     * @param number 0 if the refusal has none
     * @return the message
     */
    String assertRefused(Object body, int status, int number, String code) {
        String action = body.getClass().getSimpleName().replaceFirst("Body$", "");
        Map<String, Object> parameters = JSON.readValue(
                com.alibaba.fastjson.JSON.toJSONString(body), new TypeReference<Map<String, Object>>() {});
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> sdk.universal(action, parameters));
        assertThat(refusal.getCode()).isEqualTo(status);
        for (JsonNode error : List.of(error(body), errorIn(refusal.getResponseBody()))) {
            assertThat(error.path("Code").asString()).isEqualTo(code);
            assertThat(error.path("CodeN").asInt(0)).isEqualTo(number);
            assertThat(error.has("CodeN")).isEqualTo(number != 0);
            assertThat(error.path("Message").asString()).isNotEmpty();
        }
        return errorIn(refusal.getResponseBody()).path("Message").asString();
    }

    /** As the typed SDK tells it. */
    JsonNode error(Object body) {
        Exception refusal = catchThrowableOfType(Exception.class, () -> ask(body));
        return errorIn(String.valueOf(refusal.getMessage()));
    }

    private Object ask(Object body) throws Exception {
        return switch (body) {
            case UpdateCallbackBody asked -> sdk.typed(live -> live.updateCallback(asked));
            case DescribeCallbackBody asked -> sdk.typed(live -> live.describeCallback(asked));
            case DeleteCallbackBody asked -> sdk.typed(live -> live.deleteCallback(asked));
            case DescribeLiveCallbackDataBody asked -> sdk.typed(live -> live.describeLiveCallbackData(asked));
            default -> throw new IllegalArgumentException("no operation has such a body: " + body);
        };
    }

    private static JsonNode errorIn(String answer) {
        return JSON.readTree(answer).path("ResponseMetadata").path("Error");
    }

    DescribeLiveCallbackDataResResult records(DescribeLiveCallbackDataBody body) throws Exception {
        return sdk.typed(live -> live.describeLiveCallbackData(body).getResult());
    }
}
