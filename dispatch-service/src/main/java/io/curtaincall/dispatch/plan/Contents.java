package io.curtaincall.dispatch.plan;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.Content;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a config's receiver is to be sent of a live event, or why it cannot be told. */
sealed interface Contents {
    /** @param content null where the event itself is sent */
    record Sent(@Nullable Content content) implements Contents {}

    record Untold(String why) implements Contents {}

    static Contents of(CallbackFormats formats, NotifyConfigVersion config, LiveEventReported event, CallbackId id) {
        if (config.format().equals(CallbackFormats.CLOUD_EVENT)) return new Sent(null);
        return formats.find(config.format())
                .map(format -> of(format, config, event, id))
                .orElseGet(() -> new Untold("format " + config.format() + " is not known here"));
    }

    private static Contents of(
            CallbackFormat format, NotifyConfigVersion config, LiveEventReported event, CallbackId id) {
        if (!format.topics().contains(event.topic())) {
            String topic = event.topic().wireName();
            return new Untold("format " + format.name() + " has no words for topic " + topic);
        }
        try {
            var content = format.content(event, recipient(config, id));
            return new Sent(new Content(content.contentType(), content.body()));
        } catch (RuntimeException e) {
            // the event is accepted all the same: others are to be told of it
            return new Untold("format " + format.name() + " cannot tell of it: " + e.getMessage());
        }
    }

    private static Recipient recipient(NotifyConfigVersion config, CallbackId id) {
        Dialect dialect = config.dialect();
        return new Recipient(id.value(), config.configId().value(), dialect == null ? Map.of() : dialect.wording());
    }
}
