package io.curtaincall.dispatch.plan;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.plan.Contents.Sent;
import io.curtaincall.dispatch.plan.Contents.Untold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.Content;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEvent.Skipped;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who is called for a live event and with what. Pure: what it is given is all it knows. */
public record DispatchPlanner(CallbackFormats formats) {
    /**
     * @param configs those of the event's domain, of whatever account, in the order to plan them
     * @param configsKnownUpTo position in the event store that {@code configs} is as of
     */
    public DispatchPlanned plan(
            LiveEventReported event,
            Collection<NotifyConfigVersion> configs,
            long configsKnownUpTo,
            NodeId node,
            Instant now) {
        List<PlannedCallback> callbacks = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        if (event.owner() == null) skipped.add(new Skipped(null, "nobody owns domain " + event.domain()));
        for (NotifyConfigVersion config : configs) {
            // A config that an earlier owner of the domain left behind is none of the present owner's business.
            if (!config.accountId().equals(event.owner())) continue;
            whyNot(config, event)
                    .or(() -> ownAppOnly(config, event, configs))
                    .ifPresentOrElse(
                            why -> skipped.add(new Skipped(config.configId(), why)),
                            () -> add(config, event, callbacks, skipped));
        }
        return new DispatchPlanned(
                event.key(), List.copyOf(callbacks), List.copyOf(skipped), configsKnownUpTo, node.value(), now);
    }

    private static Optional<String> whyNot(NotifyConfigVersion config, LiveEventReported event) {
        if (config.matches(event.domain(), event.app(), event.topic())) {
            if (config.url().isEmpty()) return Optional.of("nobody is to be called");
            return config.enabled() ? Optional.empty() : Optional.of("disabled");
        }
        if (!config.topics().contains(event.topic())) {
            return Optional.of("topic " + event.topic().wireName() + " is not wanted");
        }
        return Optional.of(
                config.channels() == null
                        ? "app does not match " + config.app()
                        : "channel is none of " + String.join(", ", config.channels()));
    }

    /** Where the format wants it so, a config of the app's own is the one, whatever it asks for. */
    private Optional<String> ownAppOnly(
            NotifyConfigVersion config, LiveEventReported event, Collection<NotifyConfigVersion> configs) {
        boolean own = formats.find(config.format())
                .filter(CallbackFormat::ownAppOnly)
                .filter(format -> config.app().equals(NotifyConfigVersion.ANY_APP) && config.channels() == null)
                .isPresent();
        return own && configs.stream().anyMatch(other -> isOf(event.app(), config, other))
                ? Optional.of("app " + event.app() + " has a config of its own")
                : Optional.empty();
    }

    private static boolean isOf(String app, NotifyConfigVersion ofAll, NotifyConfigVersion other) {
        return other.app().equals(app)
                && !other.configId().equals(ofAll.configId())
                && other.accountId().equals(ofAll.accountId())
                && other.format().equals(ofAll.format())
                && other.domain().equals(ofAll.domain())
                && other.part().equals(ofAll.part());
    }

    private void add(
            NotifyConfigVersion config,
            LiveEventReported event,
            List<PlannedCallback> callbacks,
            List<Skipped> skipped) {
        for (String message : Contents.messages(formats, config, event)) {
            CallbackId id = CallbackId.of(event.key(), config.configId(), message);
            switch (Contents.of(formats, config, event, message, id)) {
                case Sent sent -> callbacks.add(callback(id, config, sent.content()));
                case Untold untold -> skipped.add(new Skipped(config.configId(), untold.why()));
            }
        }
    }

    private static PlannedCallback callback(CallbackId id, NotifyConfigVersion config, @Nullable Content content) {
        return new PlannedCallback(
                id,
                config.configId(),
                config.version(),
                config.accountId(),
                config.url(),
                config.format(),
                content,
                null,
                config.retry());
    }
}
