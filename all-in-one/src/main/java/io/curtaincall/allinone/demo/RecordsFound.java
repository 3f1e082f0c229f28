package io.curtaincall.allinone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks for the callback records of the stream until they are all there. */
final class RecordsFound {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 50;

    private final Api api;
    private final Stage stage;
    private final Clock clock;

    RecordsFound(Api api, Stage stage, Clock clock) {
        this.api = api;
        this.stage = stage;
        this.clock = clock;
    }

    void of(RecordedStream stream, Set<String> callbacks) throws InterruptedException {
        String query = "/v1/callback-records?domain=" + stream.domain() + "&app=" + stream.app() + "&stream="
                + stream.stream();
        Instant deadline = clock.instant().plus(PATIENCE);
        JsonNode records = api.get(query).path("records");
        while (!successes(records).containsAll(callbacks)) {
            if (clock.instant().isAfter(deadline)) {
                throw new DemoFailedException(
                        "only " + records.size() + " of " + callbacks.size() + " records are there");
            }
            pause();
            records = api.get(query).path("records");
        }
        records.forEach(this::show);
    }

    private static Set<String> successes(JsonNode records) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(row -> row.path("status").asText().equals("success"))
                .map(row -> row.path("callbackId").asText())
                .collect(Collectors.toSet());
    }

    private void show(JsonNode row) {
        stage.done(String.format(
                "%-24s attempt %d  %s  HTTP %s  %s",
                row.path("topic").asText(),
                row.path("attempt").asInt(),
                row.path("status").asText(),
                row.path("httpStatus").asText(),
                row.path("startedAt").asText()));
    }

    private static void pause() throws InterruptedException {
        if (new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
