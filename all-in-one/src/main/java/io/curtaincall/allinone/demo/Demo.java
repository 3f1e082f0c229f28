package io.curtaincall.allinone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Plays one recorded stream: config, three live events, three callbacks, three records; stops at what does not hold. */
public final class Demo {
    private static final String DOMAIN = "demo.example.com";
    private static final String APP = "live";
    private static final Duration CALLBACK_PATIENCE = Duration.ofSeconds(10);

    private final Api api;
    private final DemoReceiver receiver;
    private final Stage stage;
    private final Clock clock;
    private final Set<String> callbacks = new HashSet<>();

    public Demo(Api api, DemoReceiver receiver, Stage stage, Clock clock) {
        this.api = api;
        this.receiver = receiver;
        this.stage = stage;
        this.clock = clock;
    }

    public void play() throws InterruptedException {
        String task = "demo-" + clock.millis();
        RecordedStream stream = new RecordedStream(DOMAIN, APP, task, task);
        stage.scene("Asking for callbacks of " + DOMAIN);
        JsonNode config = api.post("/v1/notify-configs", "application/json", config());
        stage.done("notify config " + config.path("id").asText() + " calls " + receiver.address());
        try {
            perform(
                    stream,
                    config.path("id").asText(),
                    new WebhookSignature(config.at("/signing/secret").asText()));
        } finally {
            api.delete("/v1/notify-configs/" + config.path("id").asText());
        }
        stage.scene("All of it holds");
    }

    private void perform(RecordedStream stream, String configId, WebhookSignature signature)
            throws InterruptedException {
        stage.scene("Recording the stream " + APP + "/" + stream.stream());
        act(stream.started(clock.instant()), configId, signature);
        act(stream.fileCompleted(clock.instant()), configId, signature);
        act(stream.over(clock.instant()), configId, signature);
        stage.scene("Asking for the records");
        new RecordsFound(api, stage, clock).of(stream, callbacks);
    }

    private ObjectNode config() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("domain", DOMAIN)
                .put("app", APP)
                .put("url", receiver.address().toString());
    }

    private void act(ObjectNode event, String configId, WebhookSignature signature) throws InterruptedException {
        Instant reported = clock.instant();
        JsonNode answer = api.post("/v1/live-events", "application/cloudevents+json", event);
        String callback = planned(answer.at("/accepted/0"), configId);
        ReceivedCallback received = receiver.next(CALLBACK_PATIENCE);
        String type = event.path("type").asText();
        if (!received.id().equals(callback)) {
            throw new DemoFailedException("callback " + received.id() + " came where " + callback + " was planned");
        }
        signature.objection(received).ifPresent(why -> {
            throw new DemoFailedException("the callback for " + type + " cannot be trusted: " + why);
        });
        callbacks.add(callback);
        stage.done(type + ": signed callback after "
                + Duration.between(reported, received.at()).toMillis() + " ms");
        stage.aside(callback);
    }

    /** Other configs may match the domain too; theirs are no business of the demo. */
    private static String planned(JsonNode accepted, String configId) {
        for (JsonNode callback : accepted.path("callbacks")) {
            if (callback.path("configId").asText().equals(configId))
                return callback.path("callbackId").asText();
        }
        throw new DemoFailedException("no callback was planned; what was accepted: " + accepted);
    }
}
