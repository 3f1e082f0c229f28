package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.alibaba.RawHttp.Reply;
import io.curtaincall.dialects.running.DialectProcess;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever is sent, an answer comes in time and it is never that the server broke. */
class FuzzIT {
    private static final RawHttp HTTP = new RawHttp(DialectProcess.shared().port());
    /** What RFC 9110, 15.6.6, has for a broken version in the request line. */
    private static final int VERSION_NOT_SUPPORTED = 505;

    private static final String KEY = DialectProcess.shared().openAccount("fuzz-0");

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
