package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.huawei.SignedRequest.Reply;
import io.curtaincall.dialects.running.DialectProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no SDK here sends, and is refused. */
class WireRefusalsIT {
    private final HuaweiSdk sdk = HuaweiSdk.fresh();
    private final String callbacks = "/v1/" + sdk.project() + "/record/callbacks";

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW"})
    void another_method_at_the_callbacks_is_not_supported(String method) throws Exception {
        Reply reply = send(request(method, callbacks));
        assertThat(reply.status()).isEqualTo(400);
        if (!method.equals("HEAD")) assertThat(reply.code()).isEqualTo("LIVE.100011011");
        assertThat(reply.header("X-request-id")).matches(HuaweiSdk.REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml; charset=utf-8", "json"})
    void another_type_of_body_is_not_supported(String type) throws Exception {
        Reply reply =
                send(request("POST", callbacks).body(body("type.example.com")).unsigned("Content-Type", type));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("LIVE.100011012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1",
                "{}x",
                "{\"app\":1,\"publish_domain\":\"a.example.com\"}",
                "{\"app\":\"a\",\"publish_domain\":null}",
                "{\"app\":\"a\",\"app\":\"b\",\"publish_domain\":\"a.example.com\"}",
                "{\"app\":\"a\",\"publish_domain\":\"a.example.com\",\"notify_event_subscription\":\"RECORD_OVER\"}",
                "{\"app\":\"a\",\"publish_domain\":\"a.example.com\",\"notify_event_subscription\":[1]}"
            })
    void what_is_no_such_object_is_illegal(String body) throws Exception {
        Reply reply = send(request("POST", callbacks).json(body));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("LIVE.100011001");
        assertThat(reply.json().get("error_msg").asString()).isEqualTo("Request Illegal");
        assertThat(reply.json().get("error_detail").asString()).isNotEmpty();
    }

    @Test
    void what_is_too_large_gets_the_envelope() throws Exception {
        Reply reply = send(request("POST", callbacks).json("\"" + "a".repeat(ApiRequestReader.LARGEST_BODY) + "\""));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("APIGW.0201");
        Reply head = request("GET", callbacks)
                .unsigned("X-Large", "a".repeat(40_000))
                .send();
        assertThat(head.status()).isEqualTo(400);
        assertThat(head.code()).isEqualTo("LIVE.100011001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/%zz/record/callbacks", "/v1/a%2Fb/record/callbacks", "/v1/p/record/callbacks\\"})
    void a_path_that_the_server_does_not_read_gets_the_envelope(String path) throws Exception {
        Reply reply = request("GET", path).send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("LIVE.100011001");
        assertThat(reply.json().get("error_msg").asString()).isEqualTo("Request Illegal");
    }

    @Test
    void without_proof_nothing_is_told() throws Exception {
        Reply reply = request("GET", callbacks).send();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("APIGW.0301");
        assertThat(reply.json().get("error_msg").asString())
                .isEqualTo("Incorrect IAM authentication information: x-auth-token not found");
        assertThat(reply.json().get("request_id").asString()).isEqualTo(reply.header("X-request-id"));
        assertThat(request("GET", callbacks)
                        .unsigned("Authorization", "Bearer " + DialectProcess.tokenOf(sdk.account()))
                        .send()
                        .code())
                .isEqualTo("APIGW.0301");
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
