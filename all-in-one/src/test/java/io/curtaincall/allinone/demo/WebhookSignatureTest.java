package io.curtaincall.allinone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The example of the Standard Webhooks specification's own libraries. */
class WebhookSignatureTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SIGNED_AT = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_333);

    private final WebhookSignature signature = new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void a_true_signature_is_believed_also_beside_another_one() {
        assertThat(signature.objection(received(SIGNATURE, BODY, NOW))).isEmpty();
        assertThat(signature.objection(received("v1,AAAA " + SIGNATURE, BODY, NOW)))
                .isEmpty();
    }

    @Test
    void a_changed_body_is_not_believed() {
        byte[] changed = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);

        assertThat(signature.objection(received(SIGNATURE, changed, NOW))).contains("its signature does not fit");
    }

    @Test
    void an_old_callback_is_not_believed() {
        assertThat(signature.objection(received(SIGNATURE, BODY, NOW.plusSeconds(301))))
                .contains("its timestamp is too far from now");
    }

    @Test
    void a_callback_without_a_signature_is_not_believed() {
        assertThat(signature.objection(received("", BODY, NOW))).contains("a webhook-... header is missing");
    }

    private static ReceivedCallback received(String signatures, byte[] body, Instant at) {
        return new ReceivedCallback(ID, SIGNED_AT, signatures, body, at);
    }
}
