package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read, or is of another method, is refused in the same envelope as all. */
class WireRefusalsIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static int accounts;

    private final DialectProcess process = DialectProcess.shared();
    private final RawHttp http = SignedQuery.http(process);
    private final String key = process.openAccount("refused" + accounts++ + "-0");

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "BREW", "TRACE"})
    void other_methods_get_the_envelope(String method) throws Exception {
        Reply reply = http.send(
                method + " /?" + SignedQuery.records(key).signed(method) + " HTTP/1.1\r\nContent-Length: 0", "");
        assertThat(reply.code()).isEqualTo("UnsupportedHTTPMethod");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void what_is_malformed_or_too_large_gets_the_envelope() throws Exception {
        assertThat(get("Action=%zz&Format=JSON").code()).isEqualTo("InvalidParameter");
        assertThat(get("Action=%ff&Format=JSON").code()).isEqualTo("InvalidParameter");
        String large = "A=" + "b".repeat(RpcRequestReader.LARGEST_BODY);
        Reply reply = http.send("POST / HTTP/1.1\r\n" + FORM + "\r\nContent-Length: " + large.length(), large);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("RequestTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void a_multipart_body_is_not_parsed_and_gets_the_envelope(String type) throws Exception {
        String query = SignedQuery.records(key).unsigned();
        Reply reply = http.send("POST /?" + query + " HTTP/1.1\r\nContent-Length: 3\r\nContent-Type: " + type, "a=b");
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isEqualTo("MissingSignature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /?Action={} HTTP/1.1", "GET /?Action=a HTTP/7.1", "GE(T / HTTP/1.1", "GET /\\ HTTP/1.1"})
    void a_first_line_that_cannot_be_read_gets_the_members_of_every_protocol(String line) throws Exception {
        Reply reply = http.send(line, "");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(reply.json().get("RequestId").asString()).isNotEmpty();
        assertThat(reply.json().get("Code").asString()).isEqualTo("InvalidParameter");
        assertThat(reply.json().get("Message").asString()).isNotEmpty();
        assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:curtaincall:problem:unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /?%s HTTP/1.1\r\nX-Large: ", "GET /?%s&Large="})
    void a_head_that_is_too_large_gets_the_envelope(String head) throws Exception {
        String query = SignedQuery.records(key).signed("GET");
        Reply reply = http.exchange(head.formatted(query) + "a".repeat(40_000) + "\r\n\r\n");
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isEqualTo("InvalidParameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /?%s HTTP/1.1\r\nBad Name: a", "GET /?%s HTTP/1.1\r\nContent-Length: -1"})
    void a_header_that_cannot_be_read_gets_the_envelope(String head) throws Exception {
        Reply reply = http.send(head.formatted(SignedQuery.records(key).signed("GET")), "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidParameter");
    }

    private Reply get(String query) throws Exception {
        return http.send("GET /?" + query + " HTTP/1.1", "");
    }
}
