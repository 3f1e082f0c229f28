package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InBothShapes
class IntakeIT {
    private final Installation installation;
    private final CurtaincallApi operator;

    IntakeIT(Shape shape) {
        installation = Installations.of(shape);
        operator = installation.asOperator();
    }

    @Test
    void a_file_event_without_its_file_is_refused_by_field() {
        ReportedEvent event = LiveEvents.started("live.example.com", "live", "demo")
                .with("event", "RECORD_FILE_COMPLETED")
                .withAttribute("type", "org.example.recording.file.completed.v1");

        Reply refused = operator.report(event.json());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.text()).contains("file");
    }

    @Test
    void one_bad_event_refuses_its_whole_batch_and_is_named() {
        ReportedEvent good = LiveEvents.started(Scene.freshDomain(), "live", "demo");
        ReportedEvent bad = LiveEvents.over("live.example.com", "live", "demo").with("segment", 0);

        Reply refused = operator.reportBatch(LiveEvents.batch(List.of(good, bad)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(bad.id()).contains("segment");
        assertThat(operator.report(good.json())
                        .json()
                        .at("/accepted/0/duplicate")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void nobody_reports_without_a_token() {
        String event = LiveEvents.started("live.example.com", "live", "demo").json();

        assertThat(installation.as("no-such-token").report(event).status()).isEqualTo(401);
    }

    @Test
    void what_is_not_a_cloud_event_is_refused() {
        var request = operator.request(installation.dispatch(), "/v1/live-events")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello"))
                .build();

        assertThat(operator.send(request).status()).isEqualTo(415);
    }

    @Test
    void an_event_too_large_to_be_one_is_refused() {
        ReportedEvent event = LiveEvents.started("live.example.com", "live", "demo")
                .with("origin", Map.of("server", "x".repeat(70_000), "rawEvent", "publish"));

        assertThat(operator.report(event.json()).status()).isEqualTo(413);
    }
}
