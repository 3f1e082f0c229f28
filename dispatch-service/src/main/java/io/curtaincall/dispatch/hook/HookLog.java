package io.curtaincall.dispatch.hook;

import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.hook.server.HookCall;
import io.curtaincall.dispatch.intake.StoreDeadline;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.eventstore.AppendConflict;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.Place;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes hooks durable, each a stream of its own: one that nothing tells from others can conflict with none, one that is
 * known by what it says is kept once, however often it comes.
 */
final class HookLog {
    private static final int ID_LENGTH = 32;

    private static final int TRIES = 10;

    private final EventAppender appender;
    private final StoredStreams streams;
    private final StoreDeadline deadline;
    private final Supplier<String> ids;
    private final Clock clock;
    private final ServerClocks clocks;

    HookLog(
            EventAppender appender,
            StoredStreams streams,
            StoreDeadline deadline,
            Supplier<String> ids,
            Clock clock,
            ServerClocks clocks) {
        this.appender = appender;
        this.streams = streams;
        this.deadline = deadline;
        this.ids = ids;
        this.clock = clock;
        this.clocks = clocks;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the store does not answer in time */
    void keep(HookSourceAdded source, List<HookCall> hooks) {
        Instant now = clock.instant();
        Map<String, NewEvent> events = new LinkedHashMap<>();
        for (HookCall hook : hooks) {
            String stream = "hook/" + id(source, hook);
            Duration ahead = clocks.ahead(source, hook.sentAt(), now);
            HookReceived received =
                    new HookReceived(source.hookSourceId(), source.kind(), hook.call(), hook.fields(), now, ahead);
            events.putIfAbsent(stream, new NewEvent("Hook", stream, 0, received));
        }
        deadline.within(() -> append(List.copyOf(events.values())), () -> {});
    }

    private String id(HookSourceAdded source, HookCall hook) {
        String identity = hook.identity();
        return identity == null
                ? ids.get()
                : Hashes.sha256Hex(source.hookSourceId() + "\n" + identity).substring(0, ID_LENGTH);
    }

    /** If some are there already, the others are still to be kept; which they are is asked for all at once. */
    private boolean append(List<NewEvent> events) {
        List<NewEvent> missing = events;
        for (int attempt = 1; attempt <= TRIES && !missing.isEmpty(); attempt++) {
            try {
                appender.append(missing);
                return true;
            } catch (AppendConflict known) {
                missing = missing(missing);
            }
        }
        if (missing.isEmpty()) return false;
        throw new Unavailable("the same hooks are being told elsewhere at the moment").refused();
    }

    private List<NewEvent> missing(List<NewEvent> events) {
        Set<Place> known = streams.at(events.stream().map(HookLog::place).collect(Collectors.toSet()))
                .keySet();
        return events.stream().filter(event -> !known.contains(place(event))).toList();
    }

    private static Place place(NewEvent event) {
        return new Place(event.aggregateId(), event.sequence());
    }
}
