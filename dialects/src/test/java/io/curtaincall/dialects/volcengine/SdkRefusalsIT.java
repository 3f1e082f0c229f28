package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.volcengine.ApiException;
import com.volcengine.model.live.v20230101.DeleteCallbackBody;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.ShiftedClock;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong, as the SDKs' own exceptions tell it. */
class SdkRefusalsIT extends SdkContract {
    @BeforeEach
    void open() {
        open(0);
    }

    @Test
    void a_wrong_key_secret_or_token_is_known_as_such() {
        sdk = client("AK" + account, "wrong");
        assertRecordsRefused(100010, "SignatureDoesNotMatch");
        sdk = client("AKnobody", "wrong");
        assertThat(assertRecordsRefused(100009, "InvalidAccessKey"))
                .isEqualTo("The accesskey [AKnobody] included in the request is invalid.");
        sdk = client("AK" + account, DialectProcess.SECRET).withToken("a temporary one");
        assertRecordsRefused(100026, "InvalidSecretToken");
    }

    @Test
    void a_clock_more_than_a_quarter_of_an_hour_off_is_refused() throws Exception {
        ShiftedClock clock = process.bean(ShiftedClock.class);
        try {
            for (int minutes : new int[] {-16, 16}) {
                clock.shift(Duration.ofMinutes(minutes));
                assertRecordsRefused(100006, "InvalidTimestamp");
            }
            for (int minutes : new int[] {-14, 14}) {
                clock.shift(Duration.ofMinutes(minutes));
                assertThat(records(lastHour()).getCallbackInfoList()).isEmpty();
            }
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    @Test
    void an_unknown_service_action_or_version_is_told_apart() {
        assertUniversalRefused("vod", "DescribeLiveCallbackData", "2023-01-01", "ServiceNotFound");
        assertUniversalRefused("live", "ListThings", "2023-01-01", "InvalidActionOrVersion");
        assertUniversalRefused("live", "DeleteCallback", "2020-08-01", "InvalidActionOrVersion");
    }

    @Test
    void who_calls_too_often_is_throttled_alone() throws Exception {
        List<String> codes = Stream.generate(() -> deleteRefusal().path("Code").asString())
                .limit(25)
                .toList();
        assertThat(codes).contains("ResourceNotFound", "FlowLimitExceeded");
        open(0);
        assertThat(deleteRefusal().path("Code").asString()).isEqualTo("ResourceNotFound");
    }

    @Test
    void another_accounts_domain_is_forbidden_and_nobodys_is_empty() throws Exception {
        sdk.typed(live -> live.updateCallback(update("push")));
        String foreign = domain;
        assign(foreign, account);
        open(0);
        String mine = domain;
        domain = foreign;
        assertRefused(() -> sdk.typed(live -> live.updateCallback(update("push"))), 0, "RequestForbidden");
        assertRefused(() -> described("push"), 0, "RequestForbidden");
        assertRefused(() -> sdk.typed(live -> live.deleteCallback(delete(null))), 0, "RequestForbidden");
        DescribeLiveCallbackDataBody body = lastHour();
        body.setDomainList(List.of(mine, foreign));
        assertRefused(() -> records(body), 0, "RequestForbidden");
        body.setDomainList(List.of(mine));
        assertThat(records(body).getCallbackInfoList()).isEmpty();
        domain = mine;
        assertThat(described(null)).isEmpty();
    }

    @Test
    void a_bug_is_an_internal_error() {
        domain = "broken.example.com";
        assertRefused(() -> sdk.typed(live -> live.updateCallback(update("push"))), 0, "InternalError");
    }

    @ParameterizedTest
    @MethodSource("configs")
    void what_a_config_lacks_or_does_not_hold_is_an_invalid_param(Consumer<UpdateCallbackBody> change, String why) {
        UpdateCallbackBody body = update("push");
        change.accept(body);
        assertThat(assertRefused(() -> sdk.typed(live -> live.updateCallback(body)), 0, "InvalidParam"))
                .startsWith(why);
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
        assertThat(assertRefused(() -> records(body), 0, "InvalidParam")).startsWith(why);
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

    private String assertRecordsRefused(int number, String code) {
        return assertRefused(() -> records(lastHour()), number, code);
    }

    /** By the typed SDK, whose exception is the body. */
    private String assertRefused(ThrowingCallable call, int number, String code) {
        JsonNode error = error(call);
        assertThat(error.path("Code").asString()).isEqualTo(code);
        assertThat(error.path("CodeN").asInt(0)).isEqualTo(number);
        assertThat(error.path("Message").asString()).isNotEmpty();
        return error.path("Message").asString();
    }

    private static JsonNode error(ThrowingCallable call) {
        Exception refusal = catchThrowableOfType(Exception.class, call);
        return new JsonMapper()
                .readTree(refusal.getMessage())
                .path("ResponseMetadata")
                .path("Error");
    }

    private JsonNode deleteRefusal() {
        DeleteCallbackBody none = delete("push");
        return error(() -> sdk.typed(live -> live.deleteCallback(none)));
    }

    private void assertUniversalRefused(String service, String action, String version, String code) {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> sdk.universal(service, action, version, Map.of()));
        assertThat(refusal.getCode()).isEqualTo(404);
        assertThat(refusal.getResponseBody()).contains("\"Code\":\"" + code + "\"", "\"Action\":\"" + action + "\"");
    }

    private void assign(String name, String owner) throws InterruptedException {
        long position = process.bean(EventAppender.class)
                .append(List.of(new NewEvent(
                        "Domain",
                        "domain/" + name,
                        0,
                        new DomainAssigned(name, new AccountId(owner), AssignedBy.OPERATOR, Instant.now()))));
        assertThat(process.bean(Directory.class).awaitPosition(position, Duration.ofSeconds(20)))
                .isTrue();
    }
}
