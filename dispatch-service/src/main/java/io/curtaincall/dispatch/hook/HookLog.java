package io.curtaincall.dispatch.hook;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.hook.server.HookCall;
import io.curtaincall.dispatch.intake.StoreDeadline;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.eventstore.AppendConflict;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes hooks durable, each a stream of its own: one that nothing tells from others can conflict with none, one that is
 * known by what it says is kept once, however often it comes.
 */
final class HookLog {
    private static final int ID_LENGTH = 32;

    private final EventAppender appender;
    private final StoreDeadline deadline;
    private final Supplier<String> ids;
    private final Clock clock;

    HookLog(EventAppender appender, StoreDeadline deadline, Supplier<String> ids, Clock clock) {
        this.appender = appender;
        this.deadline = deadline;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the store does not answer in time */
    void keep(HookSourceAdded source, List<HookCall> hooks) {
        Instant now = clock.instant();
        Map<String, NewEvent> events = new LinkedHashMap<>();
        for (HookCall hook : hooks) {
            String stream = "hook/" + id(source, hook);
            HookReceived received =
                    new HookReceived(source.hookSourceId(), source.kind(), hook.call(), hook.fields(), now);
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

    /** If some are there already, the others are still to be kept. */
    private boolean append(List<NewEvent> events) {
        try {
            appender.append(events);
            return true;
        } catch (AppendConflict known) {
            if (events.size() > 1) events.forEach(event -> append(List.of(event)));
            return false;
        }
    }
}
