package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.volcengine.ContentType;
import com.volcengine.HttpMethod;
import com.volcengine.UniversalRequest;
import io.curtaincall.acceptance.volcengine.DocumentedRefusal;
import io.curtaincall.acceptance.volcengine.Refused;
import io.curtaincall.acceptance.volcengine.VolcengineClient;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything the vendor's tables say of bad requests that needs no fault here, in every way its SDKs speak. */
@InBothShapes
class VolcengineRefusalsIT {
    private static final int DAY = 24;
    private static final int MORE_THAN_A_BODY_MAY_HAVE = 64 * 1024;
    private static final String START = VolcengineScene.hoursFromNow(-1);

    private final VolcengineScene scene;
    private final VolcengineScene theirs;

    VolcengineRefusalsIT(Shape shape) {
        scene = new VolcengineScene(shape);
        theirs = new VolcengineScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
        theirs.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_request_is_refused_as_the_vendors_tables_have_it(VolcengineClient client) throws Exception {
        prepare();
        SoftAssertions softly = new SoftAssertions();
        for (DocumentedRefusal line : DocumentedRefusal.all()) {
            DocumentedRefusal documented = line.with(prepared());
            Map<String, Object> bad = documented.applyTo(good(documented.action()));
            if (!client.canSend(documented.action(), bad)) continue;
            Refused refused = Refused.whenever(() -> client.call(scene.sdk(), documented.action(), bad));
            softly.assertThat(refused).as(documented.toString()).matches(documented::is);
        }
        softly.assertThat(scene.kept())
                .as("what was refused has changed nothing")
                .hasSize(1);
        softly.assertAll();
    }

    /** A domain of each account with a config, once the front knows whose they are. */
    private void prepare() throws Exception {
        scene.keep("record");
        theirs.keep("record");
        Map<String, Object> foreign = Map.of("Vhost", theirs.domain());
        await().atMost(Scene.SOON)
                .until(() -> Refused.ifAny(() -> scene.sdk().universal("DescribeCallback", foreign))
                        .isPresent());
    }

    private Map<String, String> prepared() {
        return Map.of(
                "{theirs}", theirs.domain(),
                "{unused}", "unused-" + scene.domain(),
                "{start}", START,
                "{32 days ago}", VolcengineScene.hoursFromNow(-32 * DAY),
                "{367 days ago}", VolcengineScene.hoursFromNow(-367 * DAY),
                "{368 days ago}", VolcengineScene.hoursFromNow(-368 * DAY),
                "{31 letters}", "a".repeat(31),
                "{100 letters}", "a".repeat(100),
                "{101 domains}",
                        IntStream.rangeClosed(1, 101)
                                .mapToObj(i -> "\"d" + i + ".example.com\"")
                                .collect(Collectors.joining(",")));
    }

    /** What would be answered well. */
    private Map<String, Object> good(String action) {
        Map<String, Object> good = new HashMap<>();
        switch (action) {
            case "UpdateCallback" -> {
                good.putAll(Map.of("Vhost", scene.domain(), "MessageType", "push"));
                good.put("CallbackDetailList", List.of(Map.of("CallbackType", "http", "URL", "http://8.8.8.8/cb")));
            }
            case "DescribeCallback" -> good.put("Vhost", scene.domain());
            case "DeleteCallback" -> good.putAll(Map.of("Vhost", scene.domain(), "MessageType", "record"));
            default -> {
                good.putAll(Map.of("StartTime", START, "EndTime", VolcengineScene.hoursFromNow(1)));
                good.put("DomainList", List.of(scene.domain()));
            }
        }
        return good;
    }

    /** Bad requests are made from good ones, so these must be good. */
    @ParameterizedTest
    @EnumSource
    void what_the_bad_requests_are_made_from_is_answered(VolcengineClient client) throws Exception {
        prepare();
        for (String action : DocumentedRefusal.all().stream()
                .map(DocumentedRefusal::action)
                .distinct()
                .toList()) {
            if (!client.canSend(action, good(action))) continue;
            assertThat(client.call(scene.sdk(), action, good(action))
                            .at("/ResponseMetadata/RequestId")
                            .asText())
                    .as(action)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_cannot_prove_who_it_is_gets_the_gateways_code(VolcengineClient client) {
        LiveCallbacksSdk sdk = scene.sdk();
        requireRefused(client, sdk.withSecret("wrong"), 401, 100010, "SignatureDoesNotMatch");
        requireRefused(client, sdk.withKey("AKnobody", "wrong"), 401, 100009, "InvalidAccessKey");
        requireRefused(client, sdk.withKey("no/key", "wrong"), 400, 100025, "InvalidCredential");
        requireRefused(client, sdk.withToken("a temporary one"), 401, 100026, "InvalidSecretToken");
        requireRefused(client, sdk.withClock(Duration.ofMinutes(-16)), 400, 100006, "InvalidTimestamp");
        requireRefused(client, sdk.withClock(Duration.ofMinutes(16)), 400, 100006, "InvalidTimestamp");
        for (int minutes : new int[] {-14, 14}) {
            assertThat(Refused.ifAny(() -> describe(client, sdk.withClock(Duration.ofMinutes(minutes)))))
                    .isEmpty();
        }
    }

    private void requireRefused(VolcengineClient client, LiveCallbacksSdk sdk, int status, int number, String code) {
        assertThat(Refused.of(() -> describe(client, sdk)))
                .as(client + " " + code)
                .matches(refused -> refused.is(status, number, code));
    }

    private Object describe(VolcengineClient client, LiveCallbacksSdk sdk) throws Exception {
        return client.call(sdk, "DescribeCallback", Map.of("Vhost", scene.domain()));
    }

    /** The typed calls name what there is, so these can be said by the core SDK only. */
    @ParameterizedTest
    @CsvSource({
        "vod, DescribeCallback, 2023-01-01, POST, 404, 100007, ServiceNotFound",
        "live, ListThings, 2023-01-01, POST, 404, 100008, InvalidActionOrVersion",
        "live, DescribeCallback, 2020-08-01, POST, 404, 100008, InvalidActionOrVersion",
        "live, '', 2023-01-01, POST, 400, 100002, MissingParameter",
        "live, DescribeCallback, '', POST, 400, 100002, MissingParameter",
        "live, DescribeCallback, 2023-01-01, PUT, 405, 100020, MethodNotAllowed",
    })
    void what_names_no_operation_gets_the_gateways_code(
            String service, String action, String version, HttpMethod method, int status, int number, String code) {
        var request = new UniversalRequest(service, action, version, method, ContentType.ApplicationJSON);
        Map<String, Object> parameters = Map.of("Vhost", scene.domain());
        assertThat(Refused.of(() -> scene.sdk().universal(request, parameters)))
                .matches(refused -> refused.is(status, number, code));
    }

    @Test
    void a_body_that_is_too_large_is_not_read() {
        Map<String, Object> large = Map.of("Vhost", "a".repeat(MORE_THAN_A_BODY_MAY_HAVE));
        assertThat(Refused.of(() -> scene.sdk().universal("DescribeCallback", large)))
                .matches(refused -> refused.is(413, 0, "InvalidParam"));
    }

    /** What no SDK sends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| 401 | 100003 | MissingAuthenticationToken",
                "HMAC-SHA256 nonsense | 400 | 100024 | InvalidAuthorization",
                "HMAC-SHA256 Credential=a/20261121/cn-north-1/live/request, SignedHeaders=x-date | 401 | 100005 "
                        + "| MissingSignature",
                "HMAC-SHA256 Credential=a/20261121/cn-north-1/live/request, SignedHeaders=host, Signature=00 | 400 "
                        + "| 100004 | MissingRequestInfo",
            })
    void what_is_not_signed_as_it_should_gets_the_gateways_code(
            @Nullable String authorization, int status, int number, String code) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        scene.front().resolve("/?Action=DescribeCallback&Version=2023-01-01"))
                .POST(BodyPublishers.ofString("{}"));
        if (authorization != null) request.header("Authorization", authorization);
        Reply reply = scene.controlPlane().send(request.build());
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/ResponseMetadata/Error/CodeN").asInt()).isEqualTo(number);
        assertThat(reply.json().at("/ResponseMetadata/Error/Code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void who_calls_too_often_has_to_wait_and_nobody_else(VolcengineClient client) {
        LiveCallbacksSdk once = scene.sdk().tryingOnce();
        Refused tooOften = await().atMost(Scene.SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> Refused.of(() -> deleteNothing(client, once)), Refused::isTooOften);
        assertThat(tooOften).matches(refused -> refused.is(429, 100018, "FlowLimitExceeded"));
        assertThat(Refused.of(() -> deleteNothing(client, theirs.sdk().tryingOnce())))
                .matches(refused -> refused.is(404, 0, "ResourceNotFound"));
        assertThat(Refused.whenever(() -> deleteNothing(client, once)))
                .matches(refused -> refused.is(404, 0, "ResourceNotFound"));
    }

    private Object deleteNothing(VolcengineClient client, LiveCallbacksSdk sdk) throws Exception {
        return client.call(sdk, "DeleteCallback", Map.of("Vhost", "unused-" + scene.domain()));
    }
}
