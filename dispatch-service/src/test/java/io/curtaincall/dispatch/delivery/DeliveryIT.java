package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.standardwebhooks.Webhook;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointGivenUp;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOMAIN = "live.example.com";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(STORE, "dispatch.sending.deadline=10s");

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void a_callback_arrives_signed_with_the_event_byte_for_byte() throws Exception {
        ReportedEvent event = reported("signed", Script.always(Answer.withBody(200, "thanks")));
        CallbackAttempted attempt = onlyAttempt(event, "signed");

        ReceivedRequest request = RECEIVER.requestsTo("/signed").getFirst();
        HttpHeaders headers = HttpHeaders.of(
                request.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
        new Webhook(DispatchNode.SECRET).verify(request.text(), headers);
        assertThat(request.header("content-type")).isEqualTo("application/cloudevents+json");
        assertThat(request.header("webhook-id")).isEqualTo(attempt.callbackId().value());
        assertThat(request.header("user-agent")).startsWith("Curtaincall/");
        assertThat(attempt.verdict()).isInstanceOf(Verdict.Delivered.class);
        assertThat(attempt.address()).isEqualTo("127.0.0.1:" + RECEIVER.port() + " (allowed by rule 127.0.0.0/8)");
        assertThat(((Responded) attempt.outcome()).body()).isEqualTo("dGhhbmtz");
    }

    @Test
    void a_receiver_that_fails_gets_the_same_id_until_it_accepts() {
        ReportedEvent event = reported("flaky", Script.failing(4, Answer.status(500)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "flaky")).hasSize(5));

        assertThat(RECEIVER.requestsTo("/flaky"))
                .extracting(request -> request.header("webhook-id"))
                .hasSize(5)
                .containsOnly(DispatchNode.callbackId(event, "flaky").value());
        assertThat(NODE.attempts(event, "flaky"))
                .extracting(attempt -> step(attempt.verdict()))
                .containsExactly("quick 2", "quick 3", "schedule 1", "schedule 2", "Delivered");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows()).isZero());
    }

    @Test
    void when_no_attempt_is_left_it_is_abandoned() {
        ReportedEvent event = reported("hopeless", Script.always(Answer.status(500)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(NODE.attempts(event, "hopeless")).hasSize(7));
        assertThat(NODE.attempts(event, "hopeless").getLast().verdict()).isInstanceOf(Verdict.Abandoned.class);
    }

    @Test
    void a_gone_endpoint_is_not_retried() {
        ReportedEvent event = reported("gone", Script.always(Answer.status(410)));
        assertThat(onlyAttempt(event, "gone").verdict()).isInstanceOf(Verdict.Abandoned.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.bean(StoredStreams.class).read("endpoint/gone/1"))
                        .singleElement()
                        .extracting(StreamEvent::payload)
                        .asInstanceOf(type(EndpointGivenUp.class))
                        .extracting(EndpointGivenUp::reason)
                        .isEqualTo("the receiver answered 410 Gone"));
    }

    @Test
    void a_redirect_is_a_failure_and_is_not_followed() {
        ReportedEvent event = reported(
                "moved", Script.inTurn(Answer.withHeader(302, "Location", RECEIVER.url("/elsewhere")), Answer.ok()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "moved")).hasSize(2));
        assertThat(((Responded) NODE.attempts(event, "moved").getFirst().outcome()).headers())
                .containsEntry("Location", RECEIVER.url("/elsewhere"));
        assertThat(RECEIVER.count("/elsewhere")).isZero();
    }

    @Test
    void a_receiver_that_is_down_gets_its_callbacks_when_it_is_up_again() {
        String schedule = "dispatch.delivery.schedule=" + "200ms,".repeat(600) + "200ms";
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                CallbackReceiver other = CallbackReceiver.start();
                DispatchNode node = DispatchNode.on(store, schedule).letOperatorIn()) {
            other.goDown();
            node.assign(DOMAIN).config("down", DOMAIN, other.url("/down"));
            ReportedEvent event = LiveEvents.started(DOMAIN, "app", "s");
            node.report(event);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(node.attempts(event, "down")).hasSizeGreaterThan(3));
            other.comeUp();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(other.count("/down")).isPositive());
            assertThat(((Failed) node.attempts(event, "down").getFirst().outcome()).failure())
                    .isEqualTo(FailureClass.CONNECTION_REFUSED);
        }
    }

    @Test
    void a_schedule_of_the_configs_own_is_followed_as_it_was_when_planned() {
        Retry oneMore = new Retry(List.of(Duration.ofSeconds(1)));
        ReportedEvent event = reported("own", Script.always(Answer.status(500)), oneMore);
        await().untilAsserted(() -> assertThat(NODE.attempts(event, "own")).hasSizeGreaterThanOrEqualTo(3));
        NODE.change("own", 2, "own." + DOMAIN, RECEIVER.url("/own"), true);
        await().untilAsserted(() -> assertThat(NODE.attempts(event, "own")).hasSize(4));
        assertThat(NODE.attempts(event, "own"))
                .extracting(attempt -> step(attempt.verdict()))
                .containsExactly("quick 2", "quick 3", "schedule 1", "Abandoned");
        List<ReceivedRequest> requests = RECEIVER.requestsTo("/own");
        assertThat(Duration.between(requests.get(2).at(), requests.get(3).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void an_empty_schedule_leaves_the_quick_attempts_only() {
        ReportedEvent event = reported("brief", Script.always(Answer.status(500)), new Retry(List.of()));
        await().untilAsserted(() -> assertThat(NODE.attempts(event, "brief")).hasSize(3));
        assertThat(NODE.attempts(event, "brief").getLast().verdict()).isInstanceOf(Verdict.Abandoned.class);
    }

    private static ReportedEvent reported(String config, Script script) {
        return reported(config, script, null);
    }

    private static ReportedEvent reported(String config, Script script, @Nullable Retry retry) {
        String domain = config + "." + DOMAIN;
        RECEIVER.on("/" + config, script);
        NODE.assign(domain).config(config, domain, RECEIVER.url("/" + config), retry);
        ReportedEvent event = LiveEvents.started(domain, "app", "stream");
        NODE.report(event);
        return event;
    }

    private static CallbackAttempted onlyAttempt(ReportedEvent event, String config) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, config)).hasSize(1));
        return NODE.attempts(event, config).getFirst();
    }

    private static long rows() {
        return NODE.bean(MongoDatabase.class)
                .getCollection(DueCallbacks.COLLECTION)
                .countDocuments();
    }

    private static String step(Verdict verdict) {
        return verdict instanceof Verdict.RetryAt retry
                ? retry.step()
                : verdict.getClass().getSimpleName();
    }
}
