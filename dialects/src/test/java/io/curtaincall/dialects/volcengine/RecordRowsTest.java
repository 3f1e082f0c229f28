package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RecordRowsTest {
    @Test
    void a_receivers_line_ends_are_escaped_so_that_no_header_can_be_made_up() {
        Map<String, String> headers = Map.of("Server", "x", "X-Odd", "a\r\nX-Forged: b\u0000ü");
        assertThat(row(headers).get("CallbackResponseHeader").asString())
                .isEqualTo("Server: x\r\nX-Odd: a\\x0d\\x0aX-Forged: b\\x00ü");
    }

    private static ObjectNode row(Map<String, String> headers) {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        Attempt attempt = new Attempt(
                "cb",
                "nc",
                1,
                Topic.RECORDING_OVER,
                "live.example.com",
                "live",
                "match",
                noon,
                noon,
                "POST",
                "https://receiver.example.com/cb",
                Map.of(),
                "{}",
                true,
                "success",
                200,
                headers,
                "",
                25);
        RecordsAnswer found = new RecordsAnswer(List.of(attempt), 1);
        ObjectNode page = RecordRows.page(new JsonMapper().createObjectNode(), found, ZoneOffset.UTC, 10, 1);
        return (ObjectNode) page.get("CallbackInfoList").get(0);
    }
}
