package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no SDK here sends, and what a client of another language might. */
class WireIT {
    private static final String UNSIGNED =
            "POST /?Action=DeleteCallback&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0";
    private static int accounts;

    private final DialectProcess process = DialectProcess.shared();
    private final RawHttp http = SignedPost.http(process);
    private final String key = process.openAccount("volcwire" + accounts++ + "-1");

    @Test
    void a_success_is_as_the_vendor_shows_it() throws Exception {
        Reply reply = http.exchange(SignedPost.records(key).text());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.at("/ResponseMetadata/RequestId").asString()).matches("20[0-9]{12}[0-9A-F]{20}");
        assertThat(reply.at("/ResponseMetadata").has("Error")).isFalse();
        assertThat(reply.json().path("Result").path("Pagination").toString())
                .isEqualTo("{\"PageNum\":1,\"PageSize\":100,\"TotalCount\":1}");
    }

    @Test
    void the_region_is_told_back_and_no_body_at_all_is_no_parameter() throws Exception {
        Reply reply = http.exchange(new SignedPost(key, "DescribeLiveCallbackData")
                .region("ap-singapore-1")
                .body("")
                .text());
        assertThat(reply.at("/ResponseMetadata/Region").asString()).isEqualTo("ap-singapore-1");
        assertThat(reply.at("/ResponseMetadata/Error/Message").asString()).isEqualTo("StartTime is required");
        assertThat(reply.at("/ResponseMetadata/Error").has("CodeN")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "null", "{} {}", "Action=a", "{\"App\":\"a\",\"App\":\"b\"}", "\u0000"})
    void what_is_no_object_of_parameters_does_not_bind(String body) throws Exception {
        Reply reply = http.exchange(SignedPost.records(key).body(body).text());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidParam.BindError");
    }

    @Test
    void a_config_call_has_no_result() throws Exception {
        Reply reply =
                http.exchange(new SignedPost(key, "UpdateCallback").body("""
                {"Vhost":"wire.example.com","MessageType":"record",\
                "CallbackDetailList":[{"CallbackType":"http","URL":"http://8.8.8.8/"}]}""").text());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().propertyNames()).containsExactly("ResponseMetadata");
    }

    @Test
    void what_is_missing_of_the_common_parameters_has_its_code() throws Exception {
        for (String name : new String[] {"Action", "Version"}) {
            Reply reply = http.exchange(SignedPost.records(key).without(name).text());
            assertRefused(reply, 400, 100002, "MissingParameter");
            assertThat(reply.at("/ResponseMetadata/Error/Message").asString())
                    .isEqualTo("The request is missing " + name + " parameter.");
        }
        assertRefused(http.send(UNSIGNED, ""), 401, 100003, "MissingAuthenticationToken");
        Reply undated =
                http.exchange(SignedPost.records(key).header("X-Date", "").text());
        assertRefused(undated, 400, 100004, "MissingRequestInfo");
        assertThat(undated.at("/ResponseMetadata/Error/Message").asString())
                .isEqualTo("The request is missing timestamp information.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HMAC-SHA256 nonsense | 400 | 100024 | InvalidAuthorization",
                "HMAC-SHA256 Credential=a, Credential=a | 400 | 100024 | InvalidAuthorization",
                "HMAC-SHA512 Credential=a/20261121/cn-north-1/live/request | 400 | 100024 | InvalidAuthorization",
                "HMAC-SHA256 Credential=a/b, SignedHeaders=x-date, Signature=00 | 400 | 100025 | InvalidCredential",
                "HMAC-SHA256 Credential=a/20000101/cn-north-1/live/request, SignedHeaders=x-date, Signature=00 | 400 "
                        + "| 100025 | InvalidCredential",
                "HMAC-SHA256 Credential=a/20261121/cn-north-1/live/request, SignedHeaders=x-date | 401 | 100005 "
                        + "| MissingSignature",
                "HMAC-SHA256 Credential=a/20261121/cn-north-1/vod/request, SignedHeaders=x-date, Signature=00 | 404 "
                        + "| 100007 | ServiceNotFound",
                "Bearer abc | 400 | 100024 | InvalidAuthorization",
            })
    void an_authorization_that_is_none_has_its_code(String authorization, int status, int number, String code)
            throws Exception {
        Reply reply = http.exchange(
                SignedPost.records(key).header("Authorization", authorization).text());
        assertRefused(reply, status, number, code);
    }

    @Test
    void a_date_of_another_form_is_no_timestamp() throws Exception {
        for (String date : new String[] {"20201103T104027+08:00", "2026-11-21T20:32:00Z", "20260230T000000Z"}) {
            Reply reply =
                    http.exchange(SignedPost.records(key).header("X-Date", date).text());
            assertRefused(reply, 400, 100006, "InvalidTimestamp");
        }
    }

    @Test
    void the_body_is_the_one_that_was_signed() throws Exception {
        String zeros = "0".repeat(64);
        assertRefused(
                http.exchange(SignedPost.records(key)
                        .header("X-Content-Sha256", zeros)
                        .text()),
                401,
                100010,
                "SignatureDoesNotMatch");
        String signed = SignedPost.records(key).text();
        assertRefused(
                http.exchange(signed.replace("\"EndTime\"", "\"EndTimf\"")), 401, 100010, "SignatureDoesNotMatch");
        assertRefused(
                http.exchange(signed.replace("live.example", "evil.example")), 401, 100010, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live.example.com:80", "live.example.com:443", "live.example.com", "127.0.0.1:18765"})
    void a_host_is_signed_with_its_port_but_that_of_the_scheme(String host) throws Exception {
        Reply reply = http.exchange(SignedPost.records(key).host(host).text());
        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW", "TRACE"})
    void other_methods_get_the_envelope(String method) throws Exception {
        Reply reply =
                http.send(method + " /?Action=DeleteCallback&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0", "");
        assertRefused(reply, 405, 100020, "MethodNotAllowed");
    }

    @Test
    void what_is_malformed_or_too_large_gets_the_envelope() throws Exception {
        Reply broken = http.send("POST /?Action=%zz&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0", "");
        assertThat(broken.status() + broken.code()).isEqualTo("400InvalidParam");
        Reply twice = http.send("POST /?Action=a&Action=b&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0", "");
        assertThat(twice.status() + twice.code()).isEqualTo("400InvalidParam");
        String large = "a".repeat(SignedRequestReader.LARGEST_BODY + 1);
        Reply reply = http.exchange(SignedPost.records(key).body(large).text());
        assertThat(reply.status() + reply.code()).isEqualTo("413InvalidParam");
    }

    @Test
    void a_first_line_that_cannot_be_read_gets_the_members_of_every_protocol() throws Exception {
        Reply reply = http.send("POST /?Action={} HTTP/1.1", "");
        assertThat(reply.code()).isEqualTo("InvalidParam");
        assertThat(reply.at("/ResponseMetadata/RequestId").asString()).hasSize(34);
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:curtaincall:problem:unreadable");
    }

    @Test
    void a_path_where_nothing_is_gets_the_envelope_and_other_routes_are_untouched() throws Exception {
        String nothing = "POST /nothing?Action=A&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0";
        assertRefused(http.send(nothing, ""), 404, 100008, "InvalidActionOrVersion");
        assertThat(http.send("GET /v1/own?Action=A&Version=2023-01-01 HTTP/1.1", "")
                        .body())
                .isEqualTo("own");
        assertThat(http.send("GET /nothing HTTP/1.1", "").header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=DescribeLiveRecordNotifyConfig&Version=2016-11-01",
                "Action=DescribeLiveCallbackData&Version=2023-01-01&Signature=a&AccessKeyId=b",
                "Action=DescribeLiveCallbackData",
            })
    void what_another_vendor_lives_on_keeps_its_envelope(String query) throws Exception {
        Reply reply = http.send("POST /?" + query + "&Format=JSON HTTP/1.1\r\nContent-Length: 0", "");
        assertThat(reply.json().has("ResponseMetadata")).isFalse();
        assertThat(reply.json().path("HostId").asString()).isEqualTo("live.example.com");
    }

    @Test
    void a_process_without_the_ports_does_not_know_the_actions() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                DialectProcess bare = DialectProcess.start(store)) {
            String bareKey = bare.openAccount("volcbare-0");
            Reply reply =
                    SignedPost.http(bare).exchange(SignedPost.records(bareKey).text());
            assertRefused(reply, 404, 100008, "InvalidActionOrVersion");
        }
    }

    private static void assertRefused(Reply reply, int status, int number, String code) {
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.at("/ResponseMetadata/Error/CodeN").asInt(0)).isEqualTo(number);
        assertThat(reply.at("/ResponseMetadata/Service").asString()).isEqualTo("live");
        assertThat(reply.json().has("Result")).isFalse();
    }
}
