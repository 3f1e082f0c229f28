package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dialects.port.RecordsQuestion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an event is about: a stream of an application of a domain, or a task of a channel of an application.
 *
 * @param domain as configs name it: a domain in lower case, or {@code rtc/<application>}
 * @param app the application, or the channel
 * @param stream the stream, or the task
 * @param subject the parts of the CloudEvents subject, as sent
 */
record Place(String domain, String app, String stream, List<String> subject) {
    static Place of(JsonNode data) {
        if (data.has("appId")) {
            String appId = text(data, "appId");
            String channel = text(data, "channelId");
            String task = text(data, "taskId");
            return new Place(RecordsQuestion.ofApplication(appId), channel, task, List.of(appId, channel, task));
        }
        String domain = text(data, "domain");
        String app = text(data, "app");
        String stream = text(data, "stream");
        return new Place(domain.toLowerCase(Locale.ROOT), app, stream, List.of(domain, app, stream));
    }

    String plainSubject() {
        return String.join("/", subject);
    }

    String encodedSubject() {
        return subject.stream().map(PercentCoding::encode).collect(Collectors.joining("/"));
    }

    private static String text(JsonNode data, String field) {
        return data.get(field).textValue();
    }
}
