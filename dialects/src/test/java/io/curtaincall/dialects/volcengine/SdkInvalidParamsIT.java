package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.volcengine.ApiException;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What parameters do not hold, as the SDKs' own exceptions tell it. */
class SdkInvalidParamsIT extends SdkContract {
    @BeforeEach
    void open() {
        open(0);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void what_a_config_lacks_or_does_not_hold_is_an_invalid_param(Consumer<UpdateCallbackBody> change, String why) {
        UpdateCallbackBody body = update("push");
        change.accept(body);
        assertThat(assertRefused(body, 400, 0, "InvalidParam")).startsWith(why);
    }

    static Stream<Arguments> configs() {
        return Stream.of(
                config(body -> body.setVhost(null), "Vhost or Domain"),
                config(body -> body.setDomain("a.example.com"), "Vhost or Domain"),
                config(body -> body.setVhost("a_b"), "Vhost must be a host name"),
                config(
                        body -> {
                            body.setVhost(null);
                            body.setDomain("a.example.com");
                            body.setApp("app");
                        },
                        "App must not"),
                config(body -> body.setApp("a b"), "App must be"),
                config(body -> body.setApp("a".repeat(31)), "App must be"),
                config(body -> body.setMessageType(null), "MessageType is required"),
                config(body -> body.setMessageType("audit_snapshot"), "MessageType must be"),
                config(body -> body.setTranscodeCallback(2), "TranscodeCallback must be"),
                config(body -> body.setCallbackDetailList(null), "CallbackDetailList must"),
                config(body -> body.setCallbackDetailList(List.of()), "CallbackDetailList must"),
                config(body -> body.setCallbackDetailList(List.of(detail("rpc", URL))), "CallbackType must"),
                config(body -> body.setCallbackDetailList(List.of(detail("http", ""))), "URL is required"),
                config(body -> body.setCallbackDetailList(List.of(detail("http", "ftp://8.8.8.8/"))), "URL is not a"),
                config(
                        body -> body.setCallbackDetailList(List.of(detail("http", "http://127.0.0.1/"))),
                        "URL is not safe"),
                config(
                        body -> body.setCallbackDetailList(List.of(detail("http", "http://8.8.8.8/" + "a".repeat(86)))),
                        "URL must have at most 100"),
                config(body -> body.setAuthEnable(true), "AuthKeyPrimary is required"),
                config(body -> body.setAuthKeyPrimary("a b"), "AuthKeyPrimary must be"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void what_a_query_lacks_or_does_not_hold_is_an_invalid_param(
            Consumer<DescribeLiveCallbackDataBody> change, String why) {
        DescribeLiveCallbackDataBody body = lastHour();
        change.accept(body);
        assertThat(assertRefused(body, 400, 0, "InvalidParam")).startsWith(why);
    }

    static Stream<Arguments> questions() {
        Instant now = Instant.now();
        return Stream.of(
                question(body -> body.setStartTime(null), "StartTime is required"),
                question(body -> body.setEndTime("yesterday"), "EndTime must be a time"),
                question(body -> body.setEndTime(body.getStartTime()), "EndTime must be later"),
                question(
                        body -> body.setStartTime(now.minus(Duration.ofDays(32)).toString()),
                        "EndTime must be at most"),
                question(
                        body -> {
                            body.setStartTime(now.minus(Duration.ofDays(368)).toString());
                            body.setEndTime(now.minus(Duration.ofDays(367)).toString());
                        },
                        "StartTime must be at most"),
                question(body -> body.setPageNum(0), "PageNum must be"),
                question(body -> body.setPageSize(1001), "PageSize must be from 1 to 1000"),
                question(body -> body.setCallbackEventType(List.of("push")), "CallbackEventType must"),
                question(body -> body.setCallbackStatus(List.of("failed")), "CallbackStatus must"),
                question(body -> body.setDomainList(List.of("a/b")), "DomainList must"));
    }

    @ParameterizedTest
    @CsvSource({"App, 1", "PageNum, one", "DomainList, a", "CallbackStatus, 1"})
    void a_wrong_type_does_not_bind(String name, String value) {
        Object wrong = value.equals("1") ? 1 : value;
        Map<String, Object> parameters = Map.of(
                "StartTime", lastHour().getStartTime(), "EndTime", lastHour().getEndTime(), name, wrong);
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> sdk.universal("DescribeLiveCallbackData", parameters));
        assertThat(refusal.getCode()).isEqualTo(400);
        assertThat(refusal.getResponseBody())
                .contains("\"InvalidParam.BindError\"", "Request parameter error, please check input data");
    }

    private static Arguments config(Consumer<UpdateCallbackBody> change, String why) {
        return Arguments.of(change, why);
    }

    private static Arguments question(Consumer<DescribeLiveCallbackDataBody> change, String why) {
        return Arguments.of(change, why);
    }
}
