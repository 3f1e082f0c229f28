package io.curtaincall.config.notifyconfig;

import com.mongodb.MongoException;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.eventstore.Place;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads from the event store, and not from the directory, which may lag, what a scope has. */
@Component
class ScopeStreams {
    private final StoredStreams streams;

    ScopeStreams(StoredStreams streams) {
        this.streams = streams;
    }

    /**
     * A config that is there now.
     *
     * @param changedAt when this version was made, {@code addedAt} for the first
     */
    record Present(NotifyConfigVersion config, Instant addedAt, Instant changedAt) {}

    Optional<Present> current(Scope scope) {
        int generation = newest(scope);
        return generation == 0 ? Optional.empty() : byId(scope.id(generation).value());
    }

    /** @param id of whatever form, as a caller may send any */
    Optional<Present> byId(String id) {
        List<StreamEvent> events = read(id);
        return !events.isEmpty() && events.getFirst().payload() instanceof NotifyConfigAdded added
                ? present(added, events.getLast().payload())
                : Optional.empty();
    }

    /** The given versions with the times that their events tell, the config that was added first first. */
    List<Present> told(Collection<NotifyConfigVersion> configs) {
        Set<Place> places = new HashSet<>();
        configs.forEach(config -> places.addAll(List.of(first(config), newest(config))));
        Map<Place, StreamEvent> events = reading(() -> streams.at(places));
        return configs.stream()
                .sorted(Comparator.comparingLong(
                        config -> at(first(config), events).position()))
                .map(config -> new Present(
                        config,
                        time(at(first(config), events).payload()),
                        time(at(newest(config), events).payload())))
                .toList();
    }

    /** The event that made this version. */
    Object made(NotifyConfigVersion version) {
        return read(version.configId().value()).get((int) version.version() - 1).payload();
    }

    /** The id that the scope's next config has, empty if there is one now. */
    Optional<NotifyConfigId> next(Scope scope) {
        int generation = newest(scope);
        boolean taken = generation > 0 && byId(scope.id(generation).value()).isPresent();
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
        return !read(scope.id(generation).value()).isEmpty();
    }

    private List<StreamEvent> read(String id) {
        return reading(() -> streams.read(id));
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (MongoException e) {
            throw new Unavailable("the store does not answer").refused();
        }
    }

    private static Place first(NotifyConfigVersion config) {
        return new Place(config.configId().value(), 0);
    }

    /** Each event of a config makes a version. */
    private static Place newest(NotifyConfigVersion config) {
        return new Place(config.configId().value(), config.version() - 1);
    }

    private static StreamEvent at(Place place, Map<Place, StreamEvent> events) {
        StreamEvent event = events.get(place);
        if (event == null) throw new IllegalStateException("a version without its event: " + place);
        return event;
    }

    private static Optional<Present> present(NotifyConfigAdded first, Object newest) {
        return switch (newest) {
            case NotifyConfigAdded added -> Optional.of(new Present(added.config(), first.addedAt(), first.addedAt()));
            case NotifyConfigChanged changed ->
                Optional.of(new Present(changed.config(), first.addedAt(), changed.changedAt()));
            case NotifyConfigDisabled disabled ->
                Optional.of(new Present(disabled.config(), first.addedAt(), disabled.disabledAt()));
            case NotifyConfigRemoved removed -> Optional.empty();
            default -> throw new IllegalStateException("no event of a notify config: " + newest);
        };
    }

    private static Instant time(Object event) {
        return switch (event) {
            case NotifyConfigAdded added -> added.addedAt();
            case NotifyConfigChanged changed -> changed.changedAt();
            case NotifyConfigDisabled disabled -> disabled.disabledAt();
            default -> throw new IllegalStateException("no version of a notify config: " + event);
        };
    }
}
