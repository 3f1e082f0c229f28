package io.curtaincall.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.kill.Receipts;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records of a domain, as the query service tells them. */
final class AttemptsOnRecord {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Map<String, Integer> byCallback = new HashMap<>();
    private final Set<String> delivered = new HashSet<>();
    private final Set<String> interruptedAtFirst = new HashSet<>();
    private int interrupted;
    private int numbersTwice;

    private AttemptsOnRecord(List<JsonNode> records) {
        Set<String> numbers = new HashSet<>();
        for (JsonNode record : records) {
            String callback = record.path("callbackId").asText();
            int number = record.path("attempt").asInt();
            String status = record.path("status").asText();
            byCallback.merge(callback, 1, Integer::sum);
            if (!numbers.add(callback + "/" + number)) numbersTwice++;
            if (status.equals("success")) delivered.add(callback);
            if (!status.equals("interrupted")) continue;
            interrupted++;
            if (number == 1) interruptedAtFirst.add(callback);
        }
    }

    /** Read again until every promise is kept and every request that was received is told of, or time is over. */
    static AttemptsOnRecord whole(
            CurtaincallApi api, String domain, Receipts receipts, Set<String> promised, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            AttemptsOnRecord records = new AttemptsOnRecord(api.allRecords("domain=" + domain));
            boolean complete = records.delivered.containsAll(promised) && records.unrecorded(receipts) == 0;
            if (complete || System.nanoTime() > deadline) return records;
            Waiting.pause(STEP);
        }
    }

    /** Requests that a receiver got and no record tells of. */
    long unrecorded(Receipts receipts) {
        return receipts.callbacks().stream()
                .mapToLong(callback -> Math.max(0, receipts.of(callback) - byCallback.getOrDefault(callback, 0)))
                .sum();
    }

    /** Of those promised how many have no success on record. */
    long undelivered(Set<String> promised) {
        return promised.stream()
                .filter(callback -> !delivered.contains(callback))
                .count();
    }

    int total() {
        return byCallback.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Attempts whose process was believed dead while they may have been under way. */
    int interrupted() {
        return interrupted;
    }

    Set<String> interruptedAtFirst() {
        return interruptedAtFirst;
    }

    /** Records of an attempt that another record tells of already. */
    int numbersTwice() {
        return numbersTwice;
    }
}
