package io.curtaincall.query.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.Outcome.Responded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseViewTest {
    @Test
    void a_body_in_utf8_is_told_as_text() {
        assertThat(view("grüße".getBytes(StandardCharsets.UTF_8), false))
                .returns("grüße", ResponseView::body)
                .returns("text", ResponseView::bodyEncoding);
    }

    @Test
    void any_other_body_is_told_as_base64() {
        assertThat(view(new byte[] {(byte) 0xff, 0, 1}, false))
                .returns("/wAB", ResponseView::body)
                .returns("base64", ResponseView::bodyEncoding);
    }

    @Test
    void a_body_cut_within_a_character_is_still_text() {
        byte[] whole = "abc€".getBytes(StandardCharsets.UTF_8);

        assertThat(view(Arrays.copyOf(whole, whole.length - 1), true))
                .returns("abc", ResponseView::body)
                .returns(true, ResponseView::truncated);
    }

    @Test
    void cookies_are_not_told() {
        Responded answer = new Responded(200, Map.of("Set-Cookie", "session=1", "Server", "x"), "", false, null);

        assertThat(ResponseView.of(answer).headers())
                .containsEntry("Set-Cookie", "(redacted)")
                .containsEntry("Server", "x");
    }

    private static ResponseView view(byte[] body, boolean truncated) {
        return ResponseView.of(new Responded(200, Map.of(), Base64.getEncoder().encodeToString(body), truncated, null));
    }
}
