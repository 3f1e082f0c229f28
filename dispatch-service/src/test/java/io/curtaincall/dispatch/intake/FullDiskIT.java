package io.curtaincall.dispatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports over HTTP while the disk of the embedded store has no room, and after. */
class FullDiskIT {
    private static final String DOMAIN = "live.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    @Test
    void while_there_is_no_room_reports_are_answered_503_nothing_is_half_accepted_and_then_all_goes_on() {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (EmbeddedMongo store = EmbeddedMongo.open(folder, anywhere, left::get);
                CallbackReceiver receiver = CallbackReceiver.start();
                DispatchNode node = DispatchNode.on(store)
                        .letOperatorIn()
                        .assign(DOMAIN)
                        .config("c", DOMAIN, receiver.url("/hook"))) {
            node.report(started());
            await().atMost(PATIENCE).until(() -> receiver.count("/hook") == 1);
            left.set(0);
            await().atMost(PATIENCE)
                    .until(() -> report(node, List.of(started())).statusCode() == 503);
            List<ReportedEvent> batch =
                    Stream.generate(FullDiskIT::started).limit(5).toList();

            assertRefused(report(node, batch));
            assertThat(batch).allMatch(event -> stored(node, event).isEmpty());
            assertThat(receiver.requestsTo("/hook"))
                    .extracting(request -> request.header("webhook-id"))
                    .doesNotContainAnyElementsOf(batch.stream()
                            .map(event -> DispatchNode.callbackId(event, "c").value())
                            .toList());

            left.set(Long.MAX_VALUE);
            await().atMost(PATIENCE).until(() -> report(node, batch).statusCode() == 202);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(batch)
                            .allSatisfy(event -> assertThat(node.attempts(event, "c"))
                                    .singleElement()
                                    .satisfies(attempt ->
                                            assertThat(attempt.verdict()).isInstanceOf(Delivered.class))));
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"type\":\"urn:curtaincall:problem:unavailable\"", "\"status\":503", "repeating the request");
    }

    private static ReportedEvent started() {
        return LiveEvents.started(DOMAIN, "app", "s");
    }

    private static HttpResponse<String> report(DispatchNode node, List<ReportedEvent> events) {
        return node.send(
                "POST",
                "/v1/live-events",
                LiveEvents.batch(events),
                DispatchNode.OPERATOR,
                "application/cloudevents-batch+json");
    }

    private static List<?> stored(DispatchNode node, ReportedEvent event) {
        return node.bean(StoredStreams.class).read("live-event/" + LiveEventKey.of(event.source(), event.id()));
    }
}
