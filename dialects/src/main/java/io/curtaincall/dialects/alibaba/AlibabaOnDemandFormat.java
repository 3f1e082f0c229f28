package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.OnDemandFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** On-demand recording as ApsaraVideo Live asks for it: a GET, and a JSON answer with NeedRecord. */
final class AlibabaOnDemandFormat implements OnDemandFormat {
    private static final int SHORTEST_INTERVAL = 5;
    private static final int LONGEST_INTERVAL = 21_600;

    @Override
    public String name() {
        return AlibabaCallbackFormat.NAME;
    }

    @Override
    public String question(String onDemandUrl, Stream stream) {
        String query = "app=" + encoded(stream.app())
                + "&domain=" + encoded(stream.domain())
                + "&stream=" + encoded(stream.stream())
                + "&vbitrate=" + (stream.videoKbps() == null ? 0 : stream.videoKbps())
                + "&codec=" + encoded(stream.codec());
        String url = withoutFragment(onDemandUrl);
        return url + (url.indexOf('?') < 0 ? "?" : "&") + query;
    }

    @Override
    public Answer answer(String body) {
        JsonNode answer = parse(body);
        JsonNode needRecord = answer.path("NeedRecord");
        if (!needRecord.isBoolean()) throw new IllegalArgumentException("the answer has no boolean NeedRecord");
        JsonNode formats = answer.path("Format");
        boolean noFormat = formats.isArray() && formats.isEmpty();
        return new Answer(needRecord.booleanValue() && !noFormat, AlibabaCallbackJson.write(details(answer)));
    }

    /** Interval and Format as answered, without what is out of range. */
    private static ObjectNode details(JsonNode answer) {
        ObjectNode details = AlibabaCallbackJson.object();
        ObjectNode intervals = AlibabaCallbackJson.object();
        for (Map.Entry<String, JsonNode> interval : answer.path("Interval").properties()) {
            int seconds = interval.getValue().asInt(0);
            if (seconds >= SHORTEST_INTERVAL && seconds <= LONGEST_INTERVAL) intervals.put(interval.getKey(), seconds);
        }
        if (!intervals.isEmpty()) details.set("Interval", intervals);
        if (answer.path("Format").isArray()) {
            ArrayNode formats = details.putArray("Format");
            answer.get("Format").forEach(format -> {
                if (format.isString()) formats.add(format.stringValue());
            });
        }
        return details;
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode answer = AlibabaCallbackJson.read(body);
            if (answer.isObject()) return answer;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the answer is not JSON", e);
        }
        throw new IllegalArgumentException("the answer is no JSON object");
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private static String encoded(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
