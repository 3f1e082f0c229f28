package io.curtaincall.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.events.live.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One canonical CloudEvent in the making; every change gives a new one. */
public record ReportedEvent(Map<String, Object> attributes, Map<String, Object> data) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final long RUN = System.nanoTime();

    static ReportedEvent of(Topic topic, String domain, String app, String stream) {
        long number = NUMBERS.incrementAndGet();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", Long.toHexString(RUN) + "-" + number);
        attributes.put("source", "/nodes/edge-1/test");
        attributes.put("type", "org.example." + topic.wireName() + ".v1");
        attributes.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        attributes.put("subject", encoded(domain) + "/" + encoded(app) + "/" + encoded(stream));
        attributes.put("datacontenttype", "application/json");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("event", topic.eventName());
        data.put("domain", domain);
        data.put("app", app);
        data.put("stream", stream);
        data.put("taskId", "task-" + number);
        return new ReportedEvent(attributes, data);
    }

    public String id() {
        return String.valueOf(attributes.get("id"));
    }

    public String source() {
        return String.valueOf(attributes.get("source"));
    }

    public String type() {
        return String.valueOf(attributes.get("type"));
    }

    public ReportedEvent withId(String id) {
        return withAttribute("id", id);
    }

    public ReportedEvent at(Instant time) {
        return withAttribute("time", time.toString());
    }

    public ReportedEvent withAttribute(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return new ReportedEvent(changed, data);
    }

    /** With one more or another field of {@code data}. */
    public ReportedEvent with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        changed.put(field, value);
        return new ReportedEvent(attributes, changed);
    }

    /** Without some fields of {@code data}. */
    public ReportedEvent without(String... fields) {
        Map<String, Object> changed = new LinkedHashMap<>(data);
        for (String field : fields) changed.remove(field);
        return new ReportedEvent(attributes, changed);
    }

    /** The body of a structured-mode request. */
    public String json() {
        Map<String, Object> whole = new LinkedHashMap<>(attributes);
        whole.put("data", data);
        return written(whole);
    }

    /** The body of a binary-mode request, whose attributes travel as headers. */
    public String dataJson() {
        return written(data);
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
