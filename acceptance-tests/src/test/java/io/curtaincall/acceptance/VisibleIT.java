package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.Shape;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A query finds what came of a callback as soon as it is known. How soon that is on an idle machine is measured by
 * {@code ./curtaincall bench visible}.
 */
@InBothShapes
class VisibleIT {
    /** Ten times what is promised of an idle machine, and less than any schedule of its own would take. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static final int IN_A_ROW = 5;
    private static final int TRIES = 200;
    private static final Duration STEP = Duration.ofMillis(10);

    private final Scene scene;

    VisibleIT(Shape shape) {
        scene = Scene.in(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    /** Other work of the machine may delay some of them, so it is tried until nothing did for a while. */
    @Test
    void the_record_of_a_callback_is_found_soon_after_its_receiver_was_called() {
        int soon = 0;
        for (int tries = 0; tries < TRIES && soon < IN_A_ROW; tries++) {
            soon = timeUntilFound().compareTo(LIMIT) < 0 ? soon + 1 : 0;
        }
        assertThat(soon).as("found within " + LIMIT + ", one after the other").isEqualTo(IN_A_ROW);
    }

    private Duration timeUntilFound() {
        String callbackId =
                scene.report(scene.started()).at("/callbacks/0/callbackId").asText();
        await().atMost(Scene.SOON).pollInterval(STEP).until(() -> called().contains(callbackId));
        long called = System.nanoTime();
        await().atMost(Scene.SOON).pollInterval(STEP).until(() -> newestRecord().equals(callbackId));
        return Duration.ofNanos(System.nanoTime() - called);
    }

    private List<String> called() {
        return scene.receiver().requestsTo("/hook").stream()
                .map(request -> request.header("webhook-id"))
                .toList();
    }

    private String newestRecord() {
        return scene.records("&pageSize=1").stream()
                .map(record -> record.path("callbackId").asText())
                .findFirst()
                .orElse("");
    }
}
