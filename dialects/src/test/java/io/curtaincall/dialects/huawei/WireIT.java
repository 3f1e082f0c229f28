package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.dialects.running.ShiftedClock;
import io.curtaincall.embedded.EmbeddedMongo;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no SDK here sends, and what a client of another language might. */
class WireIT {
    private final HuaweiSdk sdk = HuaweiSdk.fresh();
    private final String callbacks = "/v1/" + sdk.project() + "/record/callbacks";

    @Test
    void times_ids_and_headers_are_as_documented() throws Exception {
        Reply created = send(request("POST", callbacks).json(body("shape.example.com")));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(created.header("X-request-id")).matches(HuaweiSdk.REQUEST_ID);
        assertThat(created.json().get("create_time").asString()).matches("[0-9-]{10}T[0-9:]{8}Z");
        assertThat(created.json().get("update_time").asString()).matches("[0-9-]{10}T[0-9:]{8}Z");
        assertThat(created.json().propertyNames())
                .containsExactly(
                        "id",
                        "publish_domain",
                        "app",
                        "notify_callback_url",
                        "notify_event_subscription",
                        "sign_type",
                        "create_time",
                        "update_time");
        String id = created.json().get("id").asString();
        Reply deleted = send(request("DELETE", callbacks + "/" + id));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.header("X-request-id")).matches(HuaweiSdk.REQUEST_ID);
    }

    @Test
    void a_body_may_come_in_chunks_and_without_a_type() throws Exception {
        SignedRequest chunked = request("POST", callbacks).body(body("chunks.example.com"));
        assertThat(send(chunked.unsigned("Transfer-Encoding", "chunked")).status())
                .isEqualTo(201);
    }

    @Test
    void the_content_type_may_be_signed_as_older_sdks_do() throws Exception {
        SignedRequest older = request("POST", callbacks).body(body("older.example.com"));
        assertThat(send(older.signed("content-type", "application/json;charset=UTF-8"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_host_need_not_be_signed() throws Exception {
        SignedRequest dated = request("POST", callbacks).json(body("host.example.com"));
        assertThat(send(dated.hostUnsigned()).status()).isEqualTo(201);
        assertThat(request("GET", callbacks)
                        .hostUnsigned()
                        .send(sdk.keyId(), "wrong")
                        .code())
                .isEqualTo("APIGW.0301");
    }

    @Test
    void a_get_may_have_a_body_which_is_signed_and_not_read() throws Exception {
        assertThat(send(request("GET", callbacks).json("{]")).status()).isEqualTo(200);
    }

    @Test
    void a_hash_that_is_given_is_checked_unless_it_says_that_there_is_none() throws Exception {
        String body = body("hash.example.com");
        String right = Hashes.sha256Hex(body);
        String wrong = Hashes.sha256Hex("");
        assertThat(send(hashed(body, wrong)).code()).isEqualTo("APIGW.0301");
        assertThat(send(hashed(body, "UNSIGNED-PAYLOAD")).status()).isEqualTo(201);
        assertThat(send(hashed(body, right)).code()).isEqualTo("LIVE.103011018");
    }

    private SignedRequest hashed(String body, String hash) {
        return request("POST", callbacks)
                .json(body)
                .signed("x-sdk-content-sha256", hash)
                .payload(hash);
    }

    @Test
    void a_query_is_signed_as_it_is_meant_and_not_as_it_is_written() throws Exception {
        assertThat(send(request("GET", callbacks).query("limit=5&app=a+b&app=a%20b", "app=a%20b&app=a%20b&limit=5"))
                        .status())
                .isEqualTo(200);
        assertThat(send(request("GET", callbacks).query("app=%7e&x&&y=", "app=~&x=&y="))
                        .status())
                .isEqualTo(200);
        assertThat(send(request("GET", callbacks).query("app=a&app=b", "app=a&app=b"))
                        .code())
                .isEqualTo("LIVE.100011001");
        assertThat(send(request("GET", callbacks).query("app=%zz", "app=%25zz")).code())
                .isEqualTo("LIVE.100011001");
    }

    @Test
    void a_trailing_slash_and_odd_ids_are_served() throws Exception {
        assertThat(send(request("GET", callbacks + "/")).status()).isEqualTo(200);
        assertThat(send(request("GET", callbacks + "/a+b;c=d*").canonicalPath(callbacks + "/a%2Bb%3Bc%3Dd%2A/"))
                        .code())
                .isEqualTo("LIVE.103011019");
    }

    @Test
    void a_signed_header_may_have_any_letters() throws Exception {
        assertThat(send(request("GET", callbacks).signed("x-note", "直播 é")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PT16M, 401", "PT-16M, 401", "PT14M, 200", "PT-14M, 200"})
    void a_signature_holds_for_fifteen_minutes(Duration shift, int status) throws Exception {
        SignedRequest request = request("GET", callbacks);
        var clock = sdk.process().bean(ShiftedClock.class);
        clock.shift(shift);
        try {
            Reply reply = send(request);
            assertThat(reply.status()).isEqualTo(status);
            if (status == 401) assertThat(reply.body()).contains("signature expired");
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    @Test
    void what_nobody_knows_is_left_alone_and_null_is_as_good_as_nothing() throws Exception {
        Reply reply = send(request("POST", callbacks).json("""
                {"app":"a","publish_domain":"null.example.com","key":null,"sign_type":null,"later":{"a":[1]},
                 "notify_callback_url":null,"notify_event_subscription":null}"""));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().has("notify_callback_url")).isFalse();
    }

    @Test
    void a_path_where_nothing_is_gets_the_envelope_and_other_routes_are_untouched() throws Exception {
        Reply unknown = send(request("GET", "/v1/" + sdk.project() + "/record/rules"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("APIGW.0101");
        assertThat(unknown.header("X-request-id")).matches(HuaweiSdk.REQUEST_ID);
        assertThat(send(request("GET", "/v1/own")).body()).isEqualTo("own");
        assertThat(request("GET", "/nothing").unsigned("A", "b").send().header("Content-Type"))
                .startsWith("application/json");
        assertThat(SignedRequest.http(sdk.process())
                        .exchange("GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void a_process_without_the_ports_does_not_know_the_callbacks() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                DialectProcess bare = DialectProcess.start(store)) {
            String key = bare.openAccount("bare-0");
            Reply reply =
                    new SignedRequest(bare, "GET", "/v1/p-bare-0/record/callbacks").send(key, DialectProcess.SECRET);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("APIGW.0101");
        }
    }

    @Test
    void who_calls_too_often_has_to_wait() throws Exception {
        int throttled = 0;
        for (int i = 0; i < 400 && throttled == 0; i++) {
            Reply reply = send(request("GET", callbacks));
            if (reply.status() == 200) continue;
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.code()).isEqualTo("APIGW.0308");
            throttled++;
        }
        assertThat(throttled).isOne();
    }

    private SignedRequest request(String method, String path) {
        return new SignedRequest(sdk.process(), method, path);
    }

    private Reply send(SignedRequest request) throws Exception {
        return request.send(sdk.keyId(), DialectProcess.SECRET);
    }

    private static String body(String domain) {
        return "{\"publish_domain\":\"" + domain + "\",\"app\":\"live\",\"notify_callback_url\":\"" + HuaweiSdk.URL
                + "\"}";
    }
}
