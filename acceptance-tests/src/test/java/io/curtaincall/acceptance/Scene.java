package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** A domain that nobody has used before, a receiver, and a notify config that joins them. */
final class Scene implements AutoCloseable {
    /** On a machine that has other things to do as well. */
    static final Duration SOON = Duration.ofSeconds(60);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Installation installation;
    private final CurtaincallApi api;
    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final String domain = freshDomain();
    private final JsonNode config;

    private Scene(Installation installation, CurtaincallApi api, String... topics) {
        this.installation = installation;
        this.api = api;
        this.config =
                api.addConfig(domain, receiver.url("/hook"), topics).expect(201).json();
        awaitKnown(config.path("id").asText());
    }

    /** For the account of the first start. */
    static Scene in(Shape shape, String... topics) {
        return in(Installations.of(shape), topics);
    }

    static Scene in(Installation installation, String... topics) {
        return new Scene(installation, installation.asDemo(), topics);
    }

    static Scene of(CurtaincallApi account, Installation installation) {
        return new Scene(installation, account);
    }

    static String freshDomain() {
        return "d" + NUMBERS.incrementAndGet() + ".example.com";
    }

    String domain() {
        return domain;
    }

    CallbackReceiver receiver() {
        return receiver;
    }

    CurtaincallApi api() {
        return api;
    }

    Installation installation() {
        return installation;
    }

    JsonNode config() {
        return config;
    }

    ReportedEvent started() {
        return LiveEvents.started(domain, "live", "demo");
    }

    ReportedEvent fileCompleted() {
        return LiveEvents.fileCompleted(domain, "live", "demo");
    }

    ReportedEvent over() {
        return LiveEvents.over(domain, "live", "demo");
    }

    /** Reports one event and gives what was said of it. */
    JsonNode report(ReportedEvent event) {
        return api.report(event.json()).expect(202).json().at("/accepted/0");
    }

    /** The first {@code count} requests, once there are as many. */
    List<ReceivedRequest> awaitRequests(int count) {
        await().atMost(SOON).until(() -> receiver.count("/hook") >= count);
        return receiver.requestsTo("/hook");
    }

    ReceivedRequest awaitRequest() {
        return awaitRequests(1).getFirst();
    }

    /** The domain's records, newest first, once there are as many as that. */
    List<JsonNode> awaitRecords(int count) {
        return await().atMost(SOON).ignoreExceptions().until(() -> records(""), records -> records.size() >= count);
    }

    /** @param more such as {@code &status=failed} */
    List<JsonNode> records(String more) {
        JsonNode page = api.records("domain=" + domain + more).expect(200).json();
        return elements(page.path("records"));
    }

    void awaitState(String callbackId, String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                api.callback(callbackId).json().path("state").asText())
                        .isEqualTo(state));
    }

    /** As a customer would with the library of the standard. */
    void verifySigned(ReceivedRequest request) throws WebhookVerificationException {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        new Webhook(config.at("/signing/secret").asText()).verify(request.text(), headers);
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** Other processes learn of an account and a config a moment later; a topic that it does not want shows when. */
    void awaitKnown(String configId) {
        await().atMost(SOON).ignoreExceptions().until(() -> {
            JsonNode skipped =
                    report(LiveEvents.streamStarted(domain, "probe", "probe")).path("skipped");
            return StreamSupport.stream(skipped.spliterator(), false)
                    .anyMatch(it -> it.path("configId").asText().equals(configId));
        });
    }

    @Override
    public void close() {
        receiver.close();
    }
}
