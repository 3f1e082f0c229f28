package io.curtaincall.allinone.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** The live events of one recording, as a control plane reports them: CloudEvents with ids of their own. */
record RecordedStream(String domain, String app, String stream, String taskId) {
    private static final double SECONDS = 9.983;
    private static final int BYTES = 409_656;

    ObjectNode started(Instant at) {
        return event("started", at);
    }

    ObjectNode fileCompleted(Instant at) {
        ObjectNode event = event("file.completed", at);
        event.withObject("/data/file")
                .put("uri", "file:///srv/media/rec/" + stream + ".flv")
                .put("format", "flv")
                .put("sizeBytes", BYTES)
                .put("durationSeconds", SECONDS);
        return event;
    }

    ObjectNode over(Instant at) {
        ObjectNode event = event("over", at);
        event.withObject("/data/totals").put("files", 1).put("sizeBytes", BYTES).put("durationSeconds", SECONDS);
        return event;
    }

    private ObjectNode event(String what, Instant at) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", taskId + "-" + what)
                .put("source", "/demo")
                .put("type", "io.curtaincall.recording." + what + ".v1")
                .put("time", at.toString())
                .put("subject", domain + "/" + app + "/" + stream)
                .put("datacontenttype", "application/json");
        event.putObject("data")
                .put("event", "RECORD_" + what.replace('.', '_').toUpperCase(Locale.ROOT))
                .put("domain", domain)
                .put("app", app)
                .put("stream", stream)
                .put("taskId", taskId);
        return event;
    }
}
