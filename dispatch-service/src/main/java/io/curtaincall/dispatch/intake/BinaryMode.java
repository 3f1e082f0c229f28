package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;

/** An event whose attributes are {@code ce-} headers, put into the structured form all others come in. */
final class BinaryMode {
    private static final String PREFIX = "ce-";

    private BinaryMode() {}

    static ObjectNode envelope(HttpServletRequest request, JsonNode data, Findings findings) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        try {
            CloudEvent event = HttpMessageFactory.createReader(
                            headers -> forEachAttribute(request, headers), new byte[0])
                    .toEvent();
            envelope.put("specversion", event.getSpecVersion().toString());
            for (String name : event.getAttributeNames()) put(envelope, name, request);
            for (String name : event.getExtensionNames()) put(envelope, name, request);
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            findings.add("", "headers are not a CloudEvent 1.0: " + e.getMessage());
        }
        envelope.put("datacontenttype", "application/json");
        envelope.set("data", data);
        return envelope;
    }

    /** As the header has it: the SDK's own types word a time or an address differently. */
    private static void put(ObjectNode envelope, String name, HttpServletRequest request) {
        String header = request.getHeader(PREFIX + name);
        if (header != null && !envelope.has(name)) envelope.put(name, value(header));
    }

    private static void forEachAttribute(HttpServletRequest request, BiConsumer<String, String> headers) {
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) headers.accept(lower, value(Objects.requireNonNull(request.getHeader(name))));
        }
    }

    /** The HTTP binding has values percent-encoded UTF-8; the SDK leaves the decoding to us. */
    private static String value(String header) {
        return PercentCoding.decode(header.getBytes(StandardCharsets.ISO_8859_1));
    }
}
