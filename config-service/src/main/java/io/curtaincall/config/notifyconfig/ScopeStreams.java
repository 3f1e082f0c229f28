package io.curtaincall.config.notifyconfig;

import com.mongodb.MongoException;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads from the event store, and not from the directory, which may lag, what a scope has. */
@Component
class ScopeStreams {
    private final StoredStreams streams;

    ScopeStreams(StoredStreams streams) {
        this.streams = streams;
    }

    /** A config that is there now. */
    record Present(NotifyConfigVersion config, Instant addedAt) {}

    Optional<Present> current(Scope scope) {
        int generation = newest(scope);
        return generation == 0 ? Optional.empty() : present(read(scope.id(generation)));
    }

    /** The id that the scope's next config has, empty if there is one now. */
    Optional<NotifyConfigId> next(Scope scope) {
        int generation = newest(scope);
        boolean taken = generation > 0 && present(read(scope.id(generation))).isPresent();
        return taken ? Optional.empty() : Optional.of(scope.id(generation + 1));
    }

    /** The generation last added, 0 for none. All before it exist too, so it is found in few steps however many. */
    private int newest(Scope scope) {
        int missing = 1;
        while (exists(scope, missing)) missing *= 2;
        int existing = missing / 2;
        while (missing - existing > 1) {
            int middle = (existing + missing) >>> 1;
            if (exists(scope, middle)) existing = middle;
            else missing = middle;
        }
        return existing;
    }

    private boolean exists(Scope scope, int generation) {
        return !read(scope.id(generation)).isEmpty();
    }

    private List<StreamEvent> read(NotifyConfigId id) {
        try {
            return streams.read(id.value());
        } catch (MongoException e) {
            throw new Unavailable("the store does not answer").refused();
        }
    }

    private static Optional<Present> present(List<StreamEvent> events) {
        Instant addedAt = ((NotifyConfigAdded) events.getFirst().payload()).addedAt();
        return switch (events.getLast().payload()) {
            case NotifyConfigAdded added -> Optional.of(new Present(added.config(), addedAt));
            case NotifyConfigChanged changed -> Optional.of(new Present(changed.config(), addedAt));
            case NotifyConfigRemoved removed -> Optional.empty();
            default -> throw new IllegalStateException("no event of a notify config: " + events.getLast());
        };
    }
}
