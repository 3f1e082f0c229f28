package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever is sent, an answer comes in time and it is never that the server broke. */
class FuzzIT {
    private static final RawHttp HTTP = SignedQuery.http(DialectProcess.shared());
    /** What RFC 9110, 15.6.6, has for a broken version in the request line. */
    private static final int VERSION_NOT_SUPPORTED = 505;

    private static final String KEY = DialectProcess.shared().openAccount("fuzz-0");

    private static final List<String> OPERATIONS = DialectProcess.shared().beans(Operation.class).stream()
            .map(operation -> operation.declaration().action())
            .sorted()
            .toList();

    private static final List<String> PARAMETERS = List.of(
            "DomainName",
            "NotifyUrl",
            "OnDemandUrl",
            "NeedStatusNotify",
            "NotifyReqAuth",
            "NotifyAuthKey",
            "AppName",
            "StreamName",
            "Status",
            "StartTime",
            "PageSize",
            "PageNumber",
            "AppId",
            "ChannelIds",
            "CallbackUrl",
            "SubId");

    /** Several, as one account may not ask as fast. */
    private static final List<String> KEYS = IntStream.range(0, 50)
            .mapToObj(n -> DialectProcess.shared().openAccount("fuzz" + n + "-3"))
            .toList();

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Property(tries = 250)
    void any_bytes_as_a_form_are_answered(
            @ForAll @StringLength(max = 200) @CharRange(from = 0, to = 255) String form, @ForAll boolean acs3)
            throws Exception {
        String headers = acs3 ? "\r\nx-acs-action: AddLiveRecordNotifyConfig" : "";
        Reply reply = HTTP.send(
                "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nAccept: application/json"
                        + headers + "\r\nContent-Length: " + form.length(),
                form);
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isNotEmpty();
    }

    @Property(tries = 250)
    void a_good_request_with_broken_bytes_is_answered(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 600) Integer> places,
            @ForAll @CharRange(from = 0, to = 255) char broken)
            throws Exception {
        StringBuilder bytes = new StringBuilder("POST /?"
                + SignedQuery.records(KEY).with("DomainName", "f.example.com").signed("POST")
                + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        for (int place : places) bytes.setCharAt(place % bytes.length(), broken);
        int status = HTTP.exchange(bytes.toString()).status();
        assertThat(status).matches(answer -> answer < 500 || answer == VERSION_NOT_SUPPORTED);
    }

    @Property(tries = 300)
    void any_value_of_any_parameter_of_any_operation_is_answered_when_it_is_signed(
            @ForAll @IntRange(max = 9) int operation,
            @ForAll @IntRange(max = 15) int parameter,
            @ForAll @StringLength(max = 300) String text)
            throws Exception {
        // encoded as UTF-8 as any client does, for which half a surrogate pair is none
        String value = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String key = KEYS.get(COUNT.incrementAndGet() % KEYS.size());
        SignedQuery query = good(new SignedQuery(key, OPERATIONS.get(operation)))
                .with(PARAMETERS.get(parameter % PARAMETERS.size()), value);
        String form = query.signed("POST");
        Reply reply = HTTP.send(
                "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length(),
                form);
        assertThat(reply.status()).isBetween(200, 499);
        if (reply.status() >= 400) assertThat(reply.code()).isNotEmpty();
    }

    private static SignedQuery good(SignedQuery query) {
        return query.with("DomainName", "fuzz.example.com")
                .with("NotifyUrl", "https://8.8.8.8/cb")
                .with("AppId", "fuzz")
                .with("CallbackUrl", "https://8.8.8.8/cb")
                .with("StartTime", "2020-01-01T00:00:00Z")
                .with("EndTime", CoreSdkContract.now())
                .with("PageSize", "10")
                .with("PageNo", "1");
    }

    @Property(tries = 150)
    void any_authorization_is_answered(@ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text)
            throws Exception {
        Reply reply = HTTP.send(
                "POST / HTTP/1.1\r\nContent-Length: 0\r\nx-acs-action: DeleteRtcMPUEventSub\r\n"
                        + "x-acs-version: 2016-11-01\r\nAuthorization: ACS3-HMAC-SHA256 Credential=" + text,
                "");
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isNotEmpty();
    }
}
