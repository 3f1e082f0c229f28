package io.curtaincall.dispatch.hook;

import io.curtaincall.dispatch.intake.StoreDeadline;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.util.List;
import java.util.function.Supplier;

/** Makes hooks durable, each a stream of its own: nothing can conflict with it. */
final class HookLog {
    private final EventAppender appender;
    private final StoreDeadline deadline;
    private final Supplier<String> ids;

    HookLog(EventAppender appender, StoreDeadline deadline, Supplier<String> ids) {
        this.appender = appender;
        this.deadline = deadline;
        this.ids = ids;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the store does not answer in time */
    void keep(HookReceived hook) {
        NewEvent event = new NewEvent("Hook", "hook/" + ids.get(), 0, hook);
        deadline.within(() -> appender.append(List.of(event)), () -> {});
    }
}
