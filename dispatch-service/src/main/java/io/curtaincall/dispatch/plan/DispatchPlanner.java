package io.curtaincall.dispatch.plan;

import io.curtaincall.events.callback.CallbackId;
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

/** Decides who is called for a live event. Pure: what it is given is all it knows. */
public final class DispatchPlanner {
    private DispatchPlanner() {}

    /**
     * @param configs those of the event's domain, of whatever account, in the order to plan them
     * @param configsKnownUpTo position in the event store that {@code configs} is as of
     */
    public static DispatchPlanned plan(
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
                    .ifPresentOrElse(
                            why -> skipped.add(new Skipped(config.configId(), why)),
                            () -> callbacks.add(callback(config, event)));
        }
        return new DispatchPlanned(
                event.key(), List.copyOf(callbacks), List.copyOf(skipped), configsKnownUpTo, node.value(), now);
    }

    private static Optional<String> whyNot(NotifyConfigVersion config, LiveEventReported event) {
        if (config.matches(event.domain(), event.app(), event.topic())) {
            return config.enabled() ? Optional.empty() : Optional.of("disabled");
        }
        if (config.topics().contains(event.topic())) return Optional.of("app does not match " + config.app());
        return Optional.of("topic " + event.topic().wireName() + " is not wanted");
    }

    private static PlannedCallback callback(NotifyConfigVersion config, LiveEventReported event) {
        return new PlannedCallback(
                CallbackId.of(event.key(), config.configId()),
                config.configId(),
                config.version(),
                config.accountId(),
                config.url(),
                config.format());
    }
}
