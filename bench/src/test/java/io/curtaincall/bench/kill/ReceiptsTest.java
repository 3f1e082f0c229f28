package io.curtaincall.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.testsupport.ReceivedRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private final Receipts receipts = new Receipts();

    @Test
    void every_request_beyond_the_first_of_a_callback_is_a_duplicate() {
        receipts.note(sent("cb_1"));
        receipts.note(sent("cb_1"));
        receipts.note(sent("cb_2"));

        assertThat(receipts.total()).isEqualTo(3);
        assertThat(receipts.duplicates()).isEqualTo(1);
        assertThat(receipts.of("cb_1")).isEqualTo(2);
    }

    @Test
    void what_never_came_is_missed() {
        receipts.note(sent("cb_1"));

        assertThat(receipts.hasAll(Set.of("cb_1"))).isTrue();
        assertThat(receipts.hasAll(Set.of("cb_1", "cb_2"))).isFalse();
    }

    private static ReceivedRequest sent(String callback) {
        return new ReceivedRequest(Instant.EPOCH, "POST", "/", Map.of("webhook-id", callback), "", 1);
    }
}
