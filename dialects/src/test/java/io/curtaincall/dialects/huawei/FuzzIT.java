package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, an answer comes in time and it is never that the server broke. */
class FuzzIT {
    /** What RFC 9110, 15.6.6, has for a broken version in the request line. */
    private static final int VERSION_NOT_SUPPORTED = 505;

    private static final DialectProcess PROCESS = DialectProcess.shared();
    private static final String KEY = PROCESS.openAccount("hwfuzz-0");
    private static final String CALLBACKS = "/v1/p-hwfuzz-0/record/callbacks";

    @Property(tries = 200)
    void any_signed_body_is_answered(@ForAll @StringLength(max = 200) String body, @ForAll boolean update)
            throws Exception {
        String text = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        requireRefusal(new SignedRequest(PROCESS, update ? "PUT" : "POST", update ? CALLBACKS + "/x" : CALLBACKS)
                .json(text)
                .send(KEY, DialectProcess.SECRET));
    }

    @Property(tries = 200)
    void any_values_of_a_body_are_answered(@ForAll @Size(min = 6, max = 6) List<String> values) throws Exception {
        var json = new JsonMapper();
        var body = json.createObjectNode();
        List<String> names = List.of(
                "publish_domain", "app", "notify_callback_url", "sign_type", "key", "notify_event_subscription");
        for (int i = 0; i < names.size(); i++) body.put(names.get(i), values.get(i));
        String text =
                new String(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        requireRefusal(new SignedRequest(PROCESS, "POST", CALLBACKS).json(text).send(KEY, DialectProcess.SECRET));
    }

    @Property(tries = 200)
    void a_good_request_with_broken_bytes_is_answered(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 600) Integer> places,
            @ForAll @CharRange(from = 0, to = 255) char broken)
            throws Exception {
        SignedRequest request = new SignedRequest(PROCESS, "GET", CALLBACKS).query("app=a", "app=a");
        StringBuilder bytes =
                new StringBuilder(request.unsigned("Authorization", request.authorization(KEY, DialectProcess.SECRET))
                        .text());
        for (int place : places) bytes.setCharAt(place % bytes.length(), broken);
        int status = SignedRequest.http(PROCESS).exchange(bytes.toString()).status();
        assertThat(status).matches(answer -> answer < 500 || answer == VERSION_NOT_SUPPORTED);
    }

    @Property(tries = 150)
    void any_authorization_and_token_are_answered(
            @ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text, @ForAll boolean token)
            throws Exception {
        SignedRequest request = new SignedRequest(PROCESS, "GET", CALLBACKS);
        Reply reply = token
                ? request.unsigned("X-Auth-Token", "cct." + text).send()
                : request.unsigned("Authorization", "SDK-HMAC-SHA256 Access=" + text)
                        .send();
        requireRefusal(reply);
    }

    @Property(tries = 150)
    void any_identity_is_answered(@ForAll @StringLength(max = 100) String name, @ForAll String secret)
            throws Exception {
        var json = new JsonMapper();
        var identity = json.createObjectNode();
        identity.putArray("methods").add("password");
        identity.putObject("password").putObject("user").put("name", name).put("password", secret);
        var body = json.createObjectNode();
        body.putObject("auth").set("identity", identity);
        requireRefusal(new SignedRequest(PROCESS, "POST", "/v3/auth/tokens")
                .json(json.writeValueAsString(body))
                .send());
    }

    private static void requireRefusal(Reply reply) {
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isNotEmpty();
        assertThat(reply.json().get("error_msg").asString()).isNotEmpty();
    }
}
