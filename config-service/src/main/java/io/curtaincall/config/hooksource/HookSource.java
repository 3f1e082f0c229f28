package io.curtaincall.config.hooksource;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceRemoved;
import io.curtaincall.events.hook.HookSourceId;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One media server that may report by hook, until it is removed. */
@Aggregate
class HookSource {
    @AggregateIdentifier
    private HookSourceId id;

    @SuppressWarnings("NullAway.Init") // Axon replays into this
    HookSource() {}

    @SuppressWarnings("NullAway.Init") // apply() calls evolve at once
    HookSource(AddHookSource command, Clock clock) {
        apply(command.added(clock.instant()));
    }

    HookSourceId id() {
        return id;
    }

    @CommandHandler
    void decide(RemoveHookSource command, Clock clock) {
        apply(new HookSourceRemoved(id, clock.instant()));
    }

    @EventSourcingHandler
    void evolve(HookSourceAdded event) {
        id = event.hookSourceId();
    }

    @EventSourcingHandler
    void evolve(HookSourceRemoved event) {
        markDeleted();
    }
}
