package io.curtaincall.dispatch.intake;

import static io.curtaincall.dispatch.intake.RunningIntake.ACME;
import static io.curtaincall.dispatch.intake.RunningIntake.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curtaincall.dispatch.intake.IntakeProcess.Told;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveEventControllerIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
        intake.append(config("nc-1", ACME, "*", true), config("nc-2", ACME, "vod", true));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void an_accepted_event_is_stored_with_its_plan_and_told_to_the_deliverer() throws JsonProcessingException {
        ReportedEvent event = LiveEvents.over(DOMAIN, "live", "demo");
        HttpResponse<String> answer = report(STRUCTURED, event.json());
        assertThat(answer.statusCode()).isEqualTo(202);
        LiveEventKey key = LiveEventKey.of(event.source(), event.id());
        JsonNode accepted = JSON.readTree(answer.body()).at("/accepted/0");
        assertThat(accepted.at("/callbacks/0/configId").textValue()).isEqualTo("nc-1");
        assertThat(accepted.at("/callbacks/0/callbackId").textValue()).startsWith("cb_" + key);
        assertThat(accepted.at("/skipped/0").toString())
                .isEqualTo("{\"configId\":\"nc-2\",\"reason\":\"app does not match vod\"}");
        assertThat(accepted.at("/duplicate").booleanValue()).isFalse();
        List<Object> stored = stored(key);
        assertThat(stored).hasSize(2);
        LiveEventReported reported = (LiveEventReported) stored.get(0);
        assertThat(reported.owner()).isEqualTo(ACME);
        assertThat(JSON.readTree(reported.cloudEvent())).isEqualTo(JSON.readTree(event.json()));
        assertThat(((DispatchPlanned) stored.get(1)).configsKnownUpTo()).isPositive();
        assertThat(told(key)).containsExactly(new Decision(reported, (DispatchPlanned) stored.get(1), Set.of()));
    }

    @Test
    void a_repeat_is_acknowledged_with_the_same_plan_and_calls_nobody() throws JsonProcessingException {
        ReportedEvent event = LiveEvents.started(DOMAIN, "live", "demo");
        JsonNode first = JSON.readTree(report(STRUCTURED, event.json()).body()).at("/accepted/0");
        JsonNode second = JSON.readTree(report(STRUCTURED, event.json()).body()).at("/accepted/0");
        assertThat(second.at("/duplicate").booleanValue()).isTrue();
        assertThat(second.at("/callbacks")).isEqualTo(first.at("/callbacks"));
        assertThat(told(LiveEventKey.of(event.source(), event.id()))).hasSize(1);
    }

    @Test
    void the_largest_batch_is_acknowledged_as_often_as_it_comes() throws JsonProcessingException {
        List<ReportedEvent> events = Stream.generate(() -> LiveEvents.started(DOMAIN, "live", "demo"))
                .limit(EventRequests.MOST_EVENTS)
                .toList();
        String batch = LiveEvents.batch(events);
        assertThat(report(BATCH, batch).statusCode()).isEqualTo(202);
        for (int repeat = 0; repeat < 3; repeat++) {
            HttpResponse<String> answer = report(BATCH, batch);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(JSON.readTree(answer.body()).findValuesAsText("duplicate"))
                    .hasSize(EventRequests.MOST_EVENTS)
                    .containsOnly("true");
        }
        List<ReportedEvent> mixed = new ArrayList<>(events.subList(0, 1));
        for (int i = 1; i < EventRequests.MOST_EVENTS; i++) mixed.add(LiveEvents.started(DOMAIN, "live", "demo"));
        HttpResponse<String> answer = report(BATCH, LiveEvents.batch(mixed));
        assertThat(JSON.readTree(answer.body()).findValuesAsText("duplicate"))
                .containsOnlyOnce("true")
                .hasSize(EventRequests.MOST_EVENTS);
    }

    @Test
    void a_batch_of_old_new_and_repeated_events_appends_the_new_ones_once() throws JsonProcessingException {
        ReportedEvent old = LiveEvents.started(DOMAIN, "live", "demo");
        ReportedEvent fresh = LiveEvents.over(DOMAIN, "live", "demo");
        report(STRUCTURED, old.json());
        HttpResponse<String> answer = report(BATCH, LiveEvents.batch(List.of(fresh, old, fresh)));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(answer.body()).findValuesAsText("duplicate")).containsExactly("false", "true", "true");
        assertThat(stored(LiveEventKey.of(fresh.source(), fresh.id()))).hasSize(2);
        assertThat(told(LiveEventKey.of(fresh.source(), fresh.id()))).hasSize(1);
    }

    @Test
    void a_batch_of_a_thousand_is_one_append_and_more_are_refused() {
        List<ReportedEvent> thousand = IntStream.range(0, 1000)
                .mapToObj(i -> LiveEvents.fileCompleted(DOMAIN, "live", "s" + i))
                .toList();
        assertThat(report(BATCH, LiveEvents.batch(thousand)).statusCode()).isEqualTo(202);
        List<ReportedEvent> more =
                Stream.concat(thousand.stream(), thousand.stream().limit(1)).toList();
        assertThat(report(BATCH, LiveEvents.batch(more)).statusCode()).isEqualTo(400);
        assertThat(report(BATCH, "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void what_happens_to_a_stream_is_taken_like_what_happens_to_a_recording() throws JsonProcessingException {
        List<ReportedEvent> events = List.of(
                LiveEvents.streamStarted(DOMAIN, "live", "demo"),
                LiveEvents.snapshot(DOMAIN, "live", "demo"),
                LiveEvents.streamEnded(DOMAIN, "live", "demo"));
        for (ReportedEvent event : events) {
            HttpResponse<String> answer = report(STRUCTURED, event.json());
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(JSON.readTree(answer.body())
                            .at("/accepted/0/skipped/0/reason")
                            .textValue())
                    .endsWith("is not wanted");
        }
    }

    @Test
    void plain_json_is_taken_as_structured() {
        ReportedEvent event = LiveEvents.over(DOMAIN, "live", "demo");
        assertThat(report("application/json", event.json()).statusCode()).isEqualTo(202);
    }

    @Test
    void binary_mode_carries_the_attributes_in_headers() throws JsonProcessingException {
        ReportedEvent event = LiveEvents.over(DOMAIN, "live", "直播");
        String[] headers = event.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().equals("datacontenttype"))
                .flatMap(attribute -> Stream.of(
                        "ce-" + attribute.getKey(),
                        attribute.getValue().toString().replace("%", "%25")))
                .toArray(String[]::new);
        HttpResponse<String> answer = intake.post(
                "/v1/live-events",
                "op-token",
                "application/json; charset=utf-8",
                JSON.writeValueAsString(event.data()),
                headers);
        assertThat(answer.statusCode()).isEqualTo(202);
        LiveEventReported stored = (LiveEventReported)
                stored(LiveEventKey.of(event.source(), event.id())).getFirst();
        assertThat(JSON.readTree(stored.cloudEvent())).isEqualTo(JSON.readTree(event.json()));
    }

    @Test
    void the_event_and_the_field_that_is_wrong_are_named() throws JsonProcessingException {
        ReportedEvent good = LiveEvents.over(DOMAIN, "live", "demo");
        ReportedEvent bad = LiveEvents.over(DOMAIN, "live", "demo").with("segment", 0);
        HttpResponse<String> answer = report(BATCH, LiveEvents.batch(List.of(good, bad)));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body()).at("/errors/0");
        assertThat(error.at("/field").textValue()).isEqualTo("/1/data/segment");
        assertThat(error.at("/reason").textValue()).startsWith("event 1 (id " + bad.id() + "): ");
        assertThat(stored(LiveEventKey.of(good.source(), good.id()))).isEmpty();
    }

    @Test
    void what_is_not_json_is_refused() {
        assertThat(report(STRUCTURED, "{\"specversion\":").statusCode()).isEqualTo(400);
        assertThat(report(STRUCTURED, "").statusCode()).isEqualTo(400);
        assertThat(report(STRUCTURED, "{\"id\":\"1\",\"id\":\"2\"}").statusCode())
                .isEqualTo(400);
        assertThat(report(STRUCTURED, "{} {}").statusCode()).isEqualTo(400);
    }

    @Test
    void an_account_reports_only_for_its_own_domains() {
        ReportedEvent others = LiveEvents.over("vod.example.com", "live", "demo");
        ReportedEvent nobodys = LiveEvents.over("unknown.example.com", "live", "demo");
        ReportedEvent own = LiveEvents.over(DOMAIN, "live", "demo");
        assertThat(intake.post("/v1/live-events", "acme-token", STRUCTURED, own.json())
                        .statusCode())
                .isEqualTo(202);
        for (ReportedEvent event : List.of(others, nobodys)) {
            HttpResponse<String> answer =
                    intake.post("/v1/live-events", "acme-token", BATCH, LiveEvents.batch(List.of(own, event)));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains(event.id());
        }
    }

    @Test
    void an_event_of_a_domain_nobody_owns_is_kept_with_that_reason() {
        ReportedEvent nobodys = LiveEvents.over("unknown.example.com", "live", "demo");
        HttpResponse<String> answer = report(STRUCTURED, nobodys.json());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("{\"configId\":null,\"reason\":\"nobody owns domain unknown.example.com\"}");
    }

    @Test
    void who_is_not_known_is_refused_before_the_body_is_read() {
        ReportedEvent event = LiveEvents.over(DOMAIN, "live", "demo");
        assertThat(intake.post("/v1/live-events", "", STRUCTURED, event.json()).statusCode())
                .isEqualTo(401);
        assertThat(intake.post("/v1/live-events", "wrong", STRUCTURED, event.json())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void another_media_type_is_refused() {
        HttpResponse<String> answer = report("text/xml", "<event/>");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("application/cloudevents-batch+json");
    }

    @Test
    void what_is_too_large_is_refused() {
        ReportedEvent event = LiveEvents.over(DOMAIN, "live", "demo").withAttribute("padding", "x".repeat(66_000));
        assertThat(report(STRUCTURED, event.json()).statusCode()).isEqualTo(413);
        assertThat(report(BATCH, " ".repeat(8 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    }

    private static HttpResponse<String> report(String contentType, String body) {
        return intake.post("/v1/live-events", "op-token", contentType, body);
    }

    private static List<Object> stored(LiveEventKey key) {
        return intake.bean(StoredStreams.class).read("live-event/" + key).stream()
                .map(StreamEvent::payload)
                .toList();
    }

    private static List<Decision> told(LiveEventKey key) {
        return intake.bean(Told.class).all().stream()
                .filter(decision -> decision.event().key().equals(key))
                .toList();
    }

    private static NewEvent config(String id, AccountId account, String app, boolean enabled) {
        NotifyConfigVersion version = new NotifyConfigVersion(
                new NotifyConfigId(id),
                1,
                account,
                DOMAIN,
                app,
                "https://receiver.example/",
                Topic.ALL_RECORDING,
                "curtaincall",
                new Signing("standard-webhooks", new SealedSecret("k", "c")),
                enabled);
        return new NewEvent("NotifyConfig", id, 0, new NotifyConfigAdded(version, Instant.EPOCH));
    }
}
