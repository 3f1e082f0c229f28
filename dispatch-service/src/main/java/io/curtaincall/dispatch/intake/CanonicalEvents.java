package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Turns a CloudEvent in JSON into a {@link CanonicalEvent}, or says what is wrong with it. */
public final class CanonicalEvents {
    static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_SUBJECT = 4096;

    private final EventSchema schema = new EventSchema();

    /** @throws io.curtaincall.access.problem.RefusedException if the event breaks a rule */
    public CanonicalEvent require(ObjectNode envelope) {
        Findings findings = new Findings();
        Optional<CanonicalEvent> event = read(envelope, findings);
        findings.requireNone();
        return event.orElseThrow();
    }

    /** Empty if something was found. */
    Optional<CanonicalEvent> read(JsonNode envelope, Findings findings) {
        int before = findings.count();
        schema.check(envelope, findings);
        if (findings.count() > before) return Optional.empty();
        CloudEventRules.check(envelope, findings);
        TextRules.check(envelope, findings);
        Topic topic = topic(envelope, findings);
        Instant time = time(envelope, findings);
        checkSubject(envelope, findings);
        return findings.count() > before ? Optional.empty() : Optional.of(event(envelope, topic, time, findings));
    }

    private static CanonicalEvent event(JsonNode envelope, Topic topic, Instant time, Findings findings) {
        Place place = Place.of(envelope.get("data"));
        String json = CanonicalJson.write(envelope);
        if (json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new TooLarge(findings.inWords("an event"), MOST_BYTES).refused();
        }
        return new CanonicalEvent(
                LiveEventKey.of(text(envelope, "source"), text(envelope, "id")),
                text(envelope, "source"),
                text(envelope, "id"),
                topic,
                place.domain(),
                place.app(),
                place.stream(),
                json,
                time);
    }

    private static Topic topic(JsonNode envelope, Findings findings) {
        Topic topic = Topic.ofCloudEventType(text(envelope, "type")).orElseThrow();
        String event = text(envelope.get("data"), "event");
        if (!event.equals(topic.eventName())) {
            findings.add("/data/event", "must be " + topic.eventName() + " as type says, not " + event);
        }
        return topic;
    }

    private static Instant time(JsonNode envelope, Findings findings) {
        try {
            return OffsetDateTime.parse(text(envelope, "time")).toInstant();
        } catch (DateTimeException e) {
            findings.add("/time", "is no such moment");
            return Instant.EPOCH;
        }
    }

    /** Senders differ in what they escape; what counts is that it names the same stream. */
    private static void checkSubject(JsonNode envelope, Findings findings) {
        Place place = Place.of(envelope.get("data"));
        String subject = text(envelope, "subject");
        String plain = place.plainSubject();
        if (!subject.equals(plain) && !PercentCoding.decode(subject).equals(plain)) {
            findings.add("/subject", "must be " + place.encodedSubject() + " as data says");
        }
        if (place.encodedSubject().length() > LONGEST_SUBJECT) {
            findings.add("/data/stream", "is too long once it is percent-encoded");
        }
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }
}
