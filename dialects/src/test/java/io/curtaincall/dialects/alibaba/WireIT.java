package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.embedded.EmbeddedMongo;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What no SDK here sends, and what a client of another language might. */
class WireIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static int accounts;

    private final DialectProcess process = DialectProcess.shared();
    private final RawHttp http = SignedQuery.http(process);
    private final String key = process.openAccount("wire" + accounts++ + "-0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\n" + FORM,
                FORM,
                "Content-Length: 0",
                "Content-Length: 0\r\n" + FORM
            })
    void every_kind_of_empty_post_is_answered(String headers) throws Exception {
        String body = headers.startsWith("Transfer") ? "0\r\n\r\n" : "";
        Reply reply = http.send("POST /?" + SignedQuery.records(key).signed("POST") + " HTTP/1.1\r\n" + headers, body);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
    }

    @Test
    void everything_may_be_in_the_form() throws Exception {
        String form = SignedQuery.records(key).with("AppName", "a b*~ü").signed("POST");
        Reply reply =
                http.send("POST / HTTP/1.1\r\n" + FORM + "; charset=UTF-8\r\nContent-Length: " + form.length(), form);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("Code").isInt()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', text/xml;charset=utf-8",
        "'', application/json, application/json;charset=utf-8",
        "'', */*, text/xml;charset=utf-8",
        "xMl, application/json, text/xml;charset=utf-8",
        "json, application/xml, application/json;charset=utf-8",
    })
    void the_format_is_the_one_asked_for_else_the_one_accepted_else_xml(String format, String accept, String type)
            throws Exception {
        SignedQuery query = SignedQuery.records(key).with("Format", format);
        String header = accept.isEmpty() ? "X-None: 1" : "Accept: " + accept;
        Reply good = http.send("GET /?" + query.signed("GET") + " HTTP/1.1\r\n" + header, "");
        assertThat(good.header("Content-Type")).isEqualTo(type);
        assertThat(good.status()).isEqualTo(200);
        Reply bad = http.send("GET /?" + query.signed("GET") + " HTTP/1.1\r\n" + header, "");
        assertThat(bad.header("Content-Type")).isEqualTo(type);
        assertThat(bad.body()).contains("SignatureNonceUsed");
    }

    @ParameterizedTest
    @CsvSource({
        "AccessKeyId, MissingAccessKeyId",
        "SignatureMethod, MissingSignatureMethod",
        "SignatureVersion, MissingSignatureVersion",
        "SignatureNonce, MissingSignatureNonce",
        "Timestamp, MissingTimestamp",
        "Action, MissingAction",
        "Version, MissingVersion",
    })
    void each_common_parameter_that_is_missing_has_its_code(String name, String code) throws Exception {
        Reply reply = get(SignedQuery.records(key).without(name).signed("GET"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().get("HostId").asString()).isEqualTo("live.example.com");
        assertThat(reply.json().get("RequestId").asString()).matches("[0-9A-F-]{36}");
    }

    @ParameterizedTest
    @CsvSource({
        "SignatureMethod, HMAC-SHA256, InvalidSignatureMethod",
        "SignatureVersion, 2.0, InvalidSignatureVersion",
        "SignatureType, BEARERTOKEN, InvalidSignatureType",
        "SecurityToken, abc, InvalidSecurityToken.Malformed",
        "Timestamp, 2026-02-30T00:00:00Z, InvalidTimeStamp.Format",
        "Timestamp, 2026-02-20T00:00:00+00:00, InvalidTimeStamp.Format",
        "Timestamp, 2020-02-20T00:00:00Z, InvalidTimeStamp.Expired",
        "Version, 2014-01-01, InvalidVersion",
        "Format, YAML, InvalidParameter.Format",
        "Action, Nothing, InvalidAction.NotFound",
        "DomainName, a_b, MalformedParams",
        "Status, maybe, MalformedParams",
        "PageNumber, 100001, MalformedParams",
        "PageNumber, -1, MalformedParams",
        "StartTime, yesterday, MalformedParams",
    })
    void each_parameter_that_does_not_hold_has_its_code(String name, String value, String code) throws Exception {
        assertThat(get(SignedQuery.records(key).with(name, value).signed("GET")).code())
                .isEqualTo(code);
    }

    @Test
    void what_cannot_be_a_signature_is_incomplete_and_what_is_not_ours_is_mismatched() throws Exception {
        String query = SignedQuery.records(key).unsigned();
        assertThat(get(query).code()).isEqualTo("MissingSignature");
        assertThat(get(query + "&Signature=%21").code()).isEqualTo("IncompleteSignature");
        Reply wrong = get(query + "&Signature=UmiKYidPj25zLHurWy5tCdJPDgg%3D");
        assertThat(wrong.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(wrong.json().get("Message").asString())
                .contains("server string to sign is:GET&%2F&AccessKeyId%3DAKwire");
    }

    @Test
    void acs3_without_what_it_needs_is_refused_by_code() throws Exception {
        String own = "POST / HTTP/1.1\r\nContent-Length: 0\r\nx-acs-action: DeleteRtcMPUEventSub"
                + "\r\nx-acs-version: 2016-11-01\r\nAuthorization: ";
        String zeros = "0".repeat(64);
        assertThat(http.send(own + "ACS3-HMAC-SHA256 nonsense", "").code()).isEqualTo("IncompleteSignature");
        assertThat(http.send(own + "ACS3-RSA-SHA256 a=b", "").code()).isEqualTo("InvalidSignatureMethod");
        String unsigned = "ACS3-HMAC-SHA256 Credential=AK,Signature=" + zeros + ",SignedHeaders=x-acs-action";
        assertThat(http.send(own + unsigned, "").code()).isEqualTo("IncompleteSignature");
        assertThat(http.send(own + unsigned + ";x-acs-version", "").code()).isEqualTo("MissingSignatureNonce");
    }

    @Test
    void a_parameter_given_twice_must_say_the_same() throws Exception {
        String query = SignedQuery.records(key).signed("GET");
        assertThat(get(query + "&DomainName=other.example.com").code()).isEqualTo("InvalidDomainName");
        assertThat(get(query + "&DomainName=wire.example.com").status()).isEqualTo(200);
    }

    @Test
    void records_are_not_told_to_a_body_that_says_it_is_json_and_is_not() throws Exception {
        String head = "POST /?%s HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2";
        assertThat(http.send(head.formatted(SignedQuery.records(key).signed("POST")), "{}")
                        .status())
                .isEqualTo(200);
        Reply broken = http.send(head.formatted(SignedQuery.records(key).signed("POST")), "{]");
        assertThat(broken.code()).isEqualTo("InvalidParams");
        assertThat(broken.json().get("Message").asString()).isEqualTo("Invalid JSON");
    }

    @Test
    void an_update_is_read_before_its_config_is_looked_for() throws Exception {
        SignedQuery update = new SignedQuery(key, "UpdateLiveRecordNotifyConfig").with("DomainName", "no.example.com");
        assertThat(get(update.signed("GET")).code()).isEqualTo("MissingNotifyUrl");
        assertThat(get(renewed(update).with("NotifyUrl", "ftp://a").signed("GET"))
                        .code())
                .isEqualTo("InvalidNotifyUrl.Malformed");
        assertThat(get(renewed(update).with("NotifyUrl", "http://8.8.8.8/").signed("GET"))
                        .code())
                .isEqualTo("InvalidConfig.NotFound");
    }

    @Test
    void a_key_is_kept_while_signing_is_switched_off() throws Exception {
        SignedQuery config = new SignedQuery(key, "AddLiveRecordNotifyConfig")
                .with("DomainName", "switched.example.com")
                .with("NotifyUrl", "http://8.8.8.8/")
                .with("NotifyAuthKey", "testkeyyourkey12");
        assertThat(get(config.signed("GET")).status()).isEqualTo(200);
        SignedQuery update =
                renewed(config).with("Action", "UpdateLiveRecordNotifyConfig").without("NotifyAuthKey");
        for (String signs : new String[] {"no", "true", "false"}) {
            assertThat(get(renewed(update).with("NotifyReqAuth", signs).signed("GET"))
                            .status())
                    .isEqualTo(200);
            assertThat(signing()).isEqualTo(signs.equals("true") + " testkeyyourkey12");
        }
        assertThat(get(renewed(update).without("NotifyReqAuth").signed("GET")).status())
                .isEqualTo(200);
        assertThat(signing()).isEqualTo("false testkeyyourkey12");
        assertThat(get(renewed(update)
                                .with("NotifyAuthKey", "anotherkey1234567")
                                .signed("GET"))
                        .status())
                .isEqualTo(200);
        assertThat(signing()).isEqualTo("true anotherkey1234567");
        assertThat(get(renewed(update)
                                .without("NotifyReqAuth")
                                .with("NotifyAuthKey", "")
                                .signed("GET"))
                        .status())
                .isEqualTo(200);
        assertThat(signing()).isEqualTo("false ");
    }

    @Test
    void replays_cost_the_account_nothing_of_its_quota() throws Exception {
        String once = SignedQuery.records(key).signed("GET");
        assertThat(get(once).status()).isEqualTo(200);
        for (int i = 0; i < 150; i++) assertThat(get(once).code()).isEqualTo("SignatureNonceUsed");
    }

    private String signing() throws Exception {
        JsonNode config = get(new SignedQuery(key, "DescribeLiveRecordNotifyConfig")
                        .with("DomainName", "switched.example.com")
                        .signed("GET"))
                .json()
                .get("LiveRecordNotifyConfig");
        return config.get("NotifyReqAuth").asBoolean() + " "
                + config.get("NotifyAuthKey").asString();
    }

    private static SignedQuery renewed(SignedQuery query) {
        return query.with("SignatureNonce", UUID.randomUUID().toString());
    }

    @Test
    void a_path_where_nothing_is_gets_the_envelope_and_other_routes_are_untouched() throws Exception {
        String query = SignedQuery.records(key).signed("GET");
        assertThat(http.send("GET /nothing?" + query + " HTTP/1.1", "").code()).isEqualTo("InvalidAction.NotFound");
        assertThat(http.send("GET /v1/own?" + query + " HTTP/1.1", "").body()).isEqualTo("own");
        assertThat(http.send("GET /nothing HTTP/1.1", "").header("Content-Type"))
                .startsWith("application/problem+json");
        Reply foreign = http.send(
                "GET /?Action=ListThings&Version=2020-01-01 HTTP/1.1\r\nAuthorization: HMAC-SHA256 Credential=a", "");
        assertThat(foreign.json().has("HostId")).isFalse();
    }

    @Test
    void a_process_without_the_ports_does_not_know_the_actions() throws Exception {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                DialectProcess bare = DialectProcess.start(store)) {
            String bareKey = bare.openAccount("bare-0");
            Reply reply = SignedQuery.http(bare)
                    .send("GET /?" + SignedQuery.records(bareKey).signed("GET") + " HTTP/1.1", "");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("InvalidAction.NotFound");
        }
    }

    private Reply get(String query) throws Exception {
        return http.send("GET /?" + query + " HTTP/1.1", "");
    }
}
