package io.curtaincall.events.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.stored.EventSerializer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureClassTest {
    /** What has once been stored is read for ever: names are added here, and none is changed or taken away. */
    private static final List<String> STORED = List.of(
            "timeout",
            "dns_failed",
            "unsafe_address",
            "connection_refused",
            "connection_failed",
            "tls_failed",
            "tls_expired",
            "tls_wrong_name",
            "tls_untrusted",
            "tls_too_old",
            "proxy_failed",
            "response_header_too_large",
            "protocol_error",
            "not_sent");

    @Test
    void every_cause_of_a_failure_is_stored_under_its_name_and_read_again() throws Exception {
        for (FailureClass failure : FailureClass.values()) {
            String stored = EventSerializer.mapper().writeValueAsString(new Failed(failure, "why"));
            assertThat(EventSerializer.mapper().readValue(stored, Outcome.class))
                    .isEqualTo(new Failed(failure, "why"));
        }
        assertThat(Stream.of(FailureClass.values()).map(FailureClassTest::stored))
                .containsExactlyElementsOf(STORED);
    }

    private static String stored(FailureClass failure) {
        return EventSerializer.mapper().convertValue(failure, String.class);
    }
}
