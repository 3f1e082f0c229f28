package io.curtaincall.dispatch.intake;

import static io.curtaincall.dispatch.intake.RunningIntake.DOMAIN;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is easily got wrong at the edges of what a report may be. */
class IntakeEdgesIT {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:11:00Z",
                "2026-11-22T10:11:00.000Z",
                "2026-11-22T10:11:12.340000+08:00",
                "2026-11-22T00:00:00+00:00"
            })
    void binary_mode_takes_every_moment_and_keeps_its_digits(String time) {
        ReportedEvent event = LiveEvents.over(DOMAIN, "live", "demo").withAttribute("time", time);
        String[] headers = event.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().equals("datacontenttype"))
                .flatMap(attribute -> Stream.of(
                        "ce-" + attribute.getKey(), attribute.getValue().toString()))
                .toArray(String[]::new);

        HttpResponse<String> answer =
                intake.post("/v1/live-events", "op-token", "application/json", event.dataJson(), headers);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(report(STRUCTURED, event.json()).body()).contains("\"duplicate\":true");
    }

    @Test
    void bytes_in_no_encoding_of_json_are_refused() {
        assertThat(report(STRUCTURED, "\0\0\0{\u007f\u0011\0\0").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999", "9007199254740992", "-1", "1e400"})
    void a_number_that_no_reader_could_hold_is_refused(String number) {
        String json = LiveEvents.over(DOMAIN, "live", "demo").with("segment", 1).json();

        HttpResponse<String> answer = report(STRUCTURED, json.replace("\"segment\":1", "\"segment\":" + number));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/data/segment");
    }

    @Test
    void of_more_wrong_events_than_are_told_none_is_taken() {
        assertThat(report(BATCH, "[" + "{},".repeat(99) + "{}]").statusCode()).isEqualTo(400);
        assertThat(report(BATCH, "[" + "7,".repeat(99) + "7]").statusCode()).isEqualTo(400);
    }

    @Test
    void what_would_grow_out_of_proportion_when_read_is_refused() {
        String nodes = "{},".repeat(2_700_000) + "{}";

        HttpResponse<String> batch = report(BATCH, "[" + nodes + "]");
        HttpResponse<String> event = report(STRUCTURED, "{\"data\":[" + nodes + "]}");
        HttpResponse<String> inBatch = report(BATCH, "[7,[" + nodes + "]]");

        assertThat(List.of(batch, event, inBatch))
                .extracting(HttpResponse::statusCode)
                .containsOnly(400);
        assertThat(batch.body()).contains("a batch is an array of 1 to 1000 events");
        assertThat(event.body()).contains("has more, longer or deeper parts than an event may have");
        assertThat(inBatch.body()).contains("\"/1\"", "has more, longer or deeper parts than an event may have");
    }

    @Test
    void a_batch_of_a_thousand_events_that_say_all_they_can_is_taken() {
        Map<String, String> args =
                IntStream.range(0, 64).boxed().collect(toMap(i -> "callback_" + i, i -> "value-" + i));
        List<ReportedEvent> batch = IntStream.range(0, 1_000)
                .mapToObj(i -> LiveEvents.fileCompleted(DOMAIN, "live", "demo-" + i)
                        .with("pushArgs", args)
                        .with("totals", Map.of("files", 1, "sizeBytes", 409_656))
                        .with("origin", Map.of("server", "s", "version", "1", "nodeId", "n", "rawEvent", "r")))
                .toList();

        assertThat(report(BATCH, LiveEvents.batch(batch)).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{}", "[{}]]", "[{}] {}", "[{},]", "[{\"a\":1,\"a\":2}]", "{}", "7", ""})
    void what_is_no_array_of_events_is_no_batch(String body) {
        assertThat(report(BATCH, body).statusCode()).isEqualTo(400);
    }

    @Test
    void of_a_batch_the_event_that_is_too_long_is_named() {
        ReportedEvent good = LiveEvents.over(DOMAIN, "live", "demo");
        ReportedEvent bad = LiveEvents.over(DOMAIN, "live", "demo").withAttribute("padding", "x".repeat(66_000));

        HttpResponse<String> answer = report(BATCH, LiveEvents.batch(List.of(good, bad)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("event 1 (id " + bad.id() + ")");
    }

    @Test
    void a_batch_that_does_not_fit_into_one_append_is_refused_whole_and_says_so() {
        List<ReportedEvent> batch = IntStream.range(0, 120)
                .mapToObj(i -> LiveEvents.over(DOMAIN, "live", "demo").withAttribute("padding", "\"".repeat(30_000)))
                .toList();

        HttpResponse<String> answer = report(BATCH, LiveEvents.batch(batch));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("of more than 12582912 bytes is not taken");
        assertThat(report(STRUCTURED, batch.getFirst().json()).body()).contains("\"duplicate\":false");
    }

    private static HttpResponse<String> report(String contentType, String body) {
        return intake.post("/v1/live-events", "op-token", contentType, body);
    }
}
