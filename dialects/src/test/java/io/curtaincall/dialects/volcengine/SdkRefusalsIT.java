package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.volcengine.ApiException;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.dialects.running.ShiftedClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong, as the SDKs' own exceptions tell it. */
class SdkRefusalsIT extends SdkContract {
    @BeforeEach
    void open() {
        open(0);
    }

    @Test
    void a_wrong_key_secret_or_token_is_known_as_such() {
        sdk = client("AK" + account, "wrong");
        assertRecordsRefused(401, 100010, "SignatureDoesNotMatch");
        sdk = client("AKnobody", "wrong");
        assertThat(assertRecordsRefused(401, 100009, "InvalidAccessKey"))
                .isEqualTo("The accesskey [AKnobody] included in the request is invalid.");
        sdk = client("AK" + account, DialectProcess.SECRET).withToken("a temporary one");
        assertRecordsRefused(401, 100026, "InvalidSecretToken");
    }

    @Test
    void a_clock_more_than_a_quarter_of_an_hour_off_is_refused() throws Exception {
        ShiftedClock clock = process.bean(ShiftedClock.class);
        try {
            for (int minutes : new int[] {-16, 16}) {
                clock.shift(Duration.ofMinutes(minutes));
                assertRecordsRefused(400, 100006, "InvalidTimestamp");
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
        assertUniversalRefused("vod", "DescribeLiveCallbackData", "2023-01-01", 100007, "ServiceNotFound");
        assertUniversalRefused("live", "ListThings", "2023-01-01", 100008, "InvalidActionOrVersion");
        assertUniversalRefused("live", "DeleteCallback", "2020-08-01", 100008, "InvalidActionOrVersion");
    }

    @Test
    void who_calls_too_often_is_throttled_alone() throws Exception {
        Set<String> codes = Stream.generate(
                        () -> error(delete("push")).path("Code").asString())
                .limit(25)
                .collect(Collectors.toSet());
        assertThat(codes).containsExactlyInAnyOrder("ResourceNotFound", "FlowLimitExceeded");
        // the core SDK tries again until it is let in
        RawHttp http = SignedPost.http(process);
        String request = new SignedPost("AK" + account, "DeleteCallback")
                .body("{\"Vhost\":\"" + domain + "\"}")
                .text();
        Set<String> replies = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            Reply reply = http.exchange(request);
            replies.add(reply.status() + " "
                    + reply.at("/ResponseMetadata/Error/CodeN").asInt(0));
        }
        assertThat(replies).contains("429 100018");
        open(0);
        assertRefused(delete("push"), 404, 0, "ResourceNotFound");
    }

    @Test
    void another_accounts_domain_is_forbidden_and_nobodys_is_empty() throws Exception {
        sdk.typed(live -> live.updateCallback(update("push")));
        String foreign = domain;
        process.assign(foreign, account);
        open(0);
        String mine = domain;
        domain = foreign;
        assertRefused(update("push"), 403, 0, "RequestForbidden");
        assertRefused(describe("push"), 403, 0, "RequestForbidden");
        assertRefused(delete(null), 403, 0, "RequestForbidden");
        DescribeLiveCallbackDataBody body = lastHour();
        body.setDomainList(List.of(mine, foreign));
        assertRefused(body, 403, 0, "RequestForbidden");
        body.setDomainList(List.of(mine));
        assertThat(records(body).getCallbackInfoList()).isEmpty();
        domain = mine;
        assertThat(described(null)).isEmpty();
    }

    @Test
    void what_fails_here_is_told_apart_from_what_cannot_be_reached() {
        domain = "broken.example.com";
        assertRefused(update("push"), 500, 0, "InternalError");
        domain = "away.example.com";
        assertRefused(update("push"), 502, 0, "InternalServiceError");
    }

    @Test
    void a_domain_with_as_many_configs_as_it_may_have_takes_no_more() {
        domain = "full.example.com";
        assertThat(assertRefused(update("push"), 400, 0, "InvalidParam"))
                .isEqualTo("Vhost or Domain is full: full.example.com has 100 notify configs, and may have no more");
    }

    private String assertRecordsRefused(int status, int number, String code) {
        return assertRefused(lastHour(), status, number, code);
    }

    private void assertUniversalRefused(String service, String action, String version, int number, String code) {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> sdk.universal(service, action, version, Map.of()));
        assertThat(refusal.getCode()).isEqualTo(404);
        assertThat(refusal.getResponseBody())
                .contains("\"CodeN\":" + number + ",\"Code\":\"" + code + "\"", "\"Action\":\"" + action + "\"");
    }
}
