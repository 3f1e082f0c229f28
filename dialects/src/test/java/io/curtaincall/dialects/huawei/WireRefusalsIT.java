package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no SDK here sends, and is refused. */
class WireRefusalsIT {
    private static final String MULTIPART = "multipart/form-data; boundary=x";

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
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml; charset=utf-8",
                "json",
                "multipart/form-data",
                MULTIPART
            })
    void another_type_of_body_is_not_supported(String type) throws Exception {
        for (SignedRequest request : List.of(request("POST", callbacks), request("PUT", callbacks + "/none"))) {
            Reply reply = send(request.body(body("type.example.com")).unsigned("Content-Type", type));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("LIVE.100011012");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", MULTIPART})
    void nobody_reads_a_form_before_its_proof_is_asked_for(String type) throws Exception {
        for (String method : List.of("POST", "GET", "PUT", "DELETE")) {
            Reply reply = request(method, method.equals("POST") ? callbacks : callbacks + "/none")
                    .body("a=b&c=d")
                    .unsigned("Content-Type", type)
                    .send();
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("APIGW.0301");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", MULTIPART})
    void a_delete_may_have_a_body_which_is_signed_and_not_read(String type) throws Exception {
        Reply reply =
                send(request("DELETE", callbacks + "/none").body("a=b&c=d").unsigned("Content-Type", type));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("LIVE.103011019");
    }

    @Test
    void a_multipart_body_is_as_limited_as_any() throws Exception {
        String part = "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n";
        Reply reply = request("POST", callbacks)
                .body(part + "a".repeat(ApiRequestReader.LARGEST_BODY) + "\r\n--x--\r\n")
                .unsigned("Content-Type", MULTIPART)
                .send();
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("APIGW.0201");
    }

    @Test
    void it_is_told_why_a_configuration_cannot_be_added() throws Exception {
        Reply full = send(request("POST", callbacks).json(body("full.example.com")));
        assertThat(full.status()).isEqualTo(400);
        assertThat(full.code()).isEqualTo("LIVE.103011020");
        assertThat(full.json().get("error_detail").asString()).contains("may have no more");
        assertThat(send(request("POST", callbacks).json(body("reason.example.com")))
                        .status())
                .isEqualTo(201);
        Reply again = send(request("POST", callbacks).json(body("reason.example.com")));
        assertThat(again.code()).isEqualTo("LIVE.103011018");
        assertThat(again.json().get("error_detail").asString()).isEqualTo("there is one");
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
