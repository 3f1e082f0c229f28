package io.curtaincall.dialects.running;

import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Has as many records of any domain as the account's name says after its last hyphen, and remembers what was asked. */
public final class InMemoryRecords implements CallbackRecords {
    public static final String BODY = "{\"note\":\"<a>&\r\n\uD83D\uDE00\"}";
    private final Queue<RecordsQuestion> asked = new ConcurrentLinkedQueue<>();

    @Override
    public RecordsAnswer find(RecordsQuestion question) {
        asked.add(question);
        String account = question.account().value();
        int total = Integer.parseInt(account.substring(account.lastIndexOf('-') + 1));
        int first = (question.page() - 1) * question.pageSize();
        List<Attempt> page = IntStream.range(first, Math.min(total, first + question.pageSize()))
                .mapToObj(n -> attempt(question, n))
                .toList();
        return new RecordsAnswer(page, total);
    }

    /** The last question of the account. */
    public RecordsQuestion lastOf(String account) {
        return asked.stream()
                .filter(question -> question.account().value().equals(account))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Attempt attempt(RecordsQuestion question, int n) {
        boolean delivered = n % 2 == 0;
        return new Attempt(
                "cb_" + n,
                "Sub-0A",
                1,
                delivered ? Topic.RECORDING_FILE_COMPLETED : Topic.RECORDING_FAILED,
                question.domains().stream().findFirst().orElse("live.example.com"),
                "live",
                "stream" + n,
                Instant.parse("2026-01-02T03:04:01.656Z"),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                "POST",
                "https://receiver.example.com/cb",
                Map.of("Content-Type", "application/json; charset=utf-8"),
                BODY,
                delivered,
                delivered ? "success" : "connection refused",
                delivered ? 200 : null,
                delivered ? Map.of("Content-Type", "application/json") : Map.of(),
                delivered ? "{\"Code\":0}" : null,
                22);
    }
}
