package io.curtaincall.dispatch.hook.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.hook.file.Media;
import io.curtaincall.dispatch.hook.file.RecordFormat;
import io.curtaincall.dispatch.hook.session.Report.Failure;
import io.curtaincall.dispatch.intake.PercentCoding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words a {@link Report} as a canonical CloudEvent. */
final class CanonicalReport {
    private static final String TYPE_PREFIX = "io.curtaincall.";
    private static final int LONGEST_ID = 128;
    /** How a place begins that is no path. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:");

    private CanonicalReport() {}

    static ObjectNode of(Session session, Report report, Instant now) {
        Origin origin = session.origin;
        String subject = PercentCoding.encode(origin.domain()) + "/" + PercentCoding.encode(origin.app()) + "/"
                + PercentCoding.encode(origin.stream());
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", id(session, report));
        event.put("source", origin.source());
        event.put("type", TYPE_PREFIX + report.topic().wireName() + ".v1");
        event.put("time", text(report.time()));
        event.put("subject", subject);
        event.put("datacontenttype", "application/json");
        event.put("partitionkey", Hashes.sha256Hex(subject).substring(0, 16));
        event.set("data", data(session, report, now));
        return event;
    }

    /**
     * Follows from the fact alone, so that a fact reported again after a crash is known to be the same. The id of the hook
     * source is part of it: two may name one node, and nobody else can tell what it is.
     */
    private static String id(Session session, Report report) {
        String fact = String.join(
                "\n",
                session.origin.source(),
                session.origin.hookSourceId(),
                session.taskId,
                report.topic().eventName(),
                report.identity());
        return Hashes.sha256Hex(fact).substring(0, 32);
    }

    private static ObjectNode data(Session session, Report report, Instant now) {
        Origin origin = session.origin;
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("event", report.topic().eventName());
        data.put("domain", origin.domain());
        data.put("app", origin.app());
        data.put("stream", origin.stream());
        data.put("taskId", session.taskId);
        data.put("sessionId", sessionId(origin, session.client()));
        if (report.segment() != null) data.put("segment", report.segment());
        if (report.inferred()) data.put("inferred", true);
        data.put("receivedAt", text(now));
        data.put("timeSource", report.byServer() ? "server" : "receiver");
        data.putObject("origin")
                .put("server", origin.kind().wireName())
                .put("nodeId", origin.node())
                .put("rawEvent", report.rawEvent());
        RecordedFile file = report.file();
        if (file != null) data.set("file", file(file));
        Totals totals = report.totals();
        if (totals != null) data.set("totals", totals(totals));
        Failure failure = report.failure();
        if (failure != null) data.set("error", error(failure));
        return data;
    }

    private static ObjectNode file(RecordedFile file) {
        Media media = file.media();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("uri", uri(file));
        node.put("format", RecordFormat.of(file.path()).canonicalName());
        node.put("recorder", file.recorder());
        if (file.sizeBytes() != null) node.put("sizeBytes", file.sizeBytes());
        if (file.durationSeconds() != null) node.put("durationSeconds", file.durationSeconds());
        putTime(node, "startTime", file.startedAt());
        putTime(node, "endTime", file.endedAt());
        if (media.width() != null) node.put("width", media.width());
        if (media.height() != null) node.put("height", media.height());
        if (media.videoCodec() != null) node.put("videoCodec", media.videoCodec());
        if (media.audioCodec() != null) node.put("audioCodec", media.audioCodec());
        return node;
    }

    private static ObjectNode totals(Totals totals) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("files", totals.files())
                .put("sizeBytes", totals.sizeBytes())
                .put("durationSeconds", Math.round(totals.durationSeconds() * 1000) / 1000.0);
    }

    private static ObjectNode error(Failure failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", failure.code())
                .put("message", failure.message())
                .put("retryable", false);
    }

    /** Whatever the server says is the name; a file literally named {@code %E7} is {@code %25E7} in its URI. */
    private static String uri(RecordedFile file) {
        String path = file.path();
        if (file.told().elsewhere() && ADDRESS.matcher(path).lookingAt()) return path;
        String encoded = PercentCoding.encode(path).replace("%2F", "/");
        return path.startsWith("/") ? "file://" + encoded : encoded;
    }

    static String taskId(Origin origin, String client, Instant startedAt) {
        return shortened(sessionId(origin, client) + "-" + startedAt.getEpochSecond());
    }

    /** Where the server names no session there is one of a stream at a time. */
    private static String sessionId(Origin origin, String client) {
        String name = client.isEmpty() ? origin.app() + "-" + origin.stream() : client;
        return shortened(origin.node() + "-" + name);
    }

    private static String shortened(String id) {
        return id.length() <= LONGEST_ID ? id : Hashes.sha256Hex(id);
    }

    private static void putTime(ObjectNode node, String name, @Nullable Instant time) {
        if (time != null) node.put(name, text(time));
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
