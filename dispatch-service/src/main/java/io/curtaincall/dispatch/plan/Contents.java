package io.curtaincall.dispatch.plan;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.Content;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Dialect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a config's receiver is to be sent of a live event, or why it cannot be told. */
sealed interface Contents {
    /** @param content null where the event itself is sent */
    record Sent(@Nullable Content content) implements Contents {}

    record Untold(String why) implements Contents {}

    /** The names of the messages that tell the config's receiver of the event. */
    static List<String> messages(CallbackFormats formats, NotifyConfigVersion config, LiveEventReported event) {
        return formats.find(config.format())
                .map(format -> format.messages(event, wording(config)))
                .orElse(List.of(Recipient.ONLY_MESSAGE));
    }

    static Contents of(
            CallbackFormats formats,
            NotifyConfigVersion config,
            LiveEventReported event,
            String message,
            CallbackId id) {
        if (config.format().equals(CallbackFormats.CLOUD_EVENT)) return new Sent(null);
        Recipient recipient = new Recipient(id.value(), config.configId().value(), wording(config), message);
        return formats.find(config.format())
                .map(format -> of(format, event, recipient))
                .orElseGet(() -> new Untold("format " + config.format() + " is not known here"));
    }

    private static Contents of(CallbackFormat format, LiveEventReported event, Recipient recipient) {
        if (!format.topics().contains(event.topic())) {
            String topic = event.topic().wireName();
            return new Untold("format " + format.name() + " has no words for topic " + topic);
        }
        try {
            var content = format.content(event, recipient);
            return new Sent(new Content(content.contentType(), content.body()));
        } catch (RuntimeException e) {
            // the event is accepted all the same: others are to be told of it
            return new Untold("format " + format.name() + " cannot tell of it: " + e.getMessage());
        }
    }

    private static Map<String, String> wording(NotifyConfigVersion config) {
        Dialect dialect = config.dialect();
        return dialect == null ? Map.of() : dialect.wording();
    }
}
