package io.curtaincall.dispatch.hook.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.problem.Problem;
import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import io.curtaincall.dispatch.intake.AcceptLiveEvents;
import io.curtaincall.dispatch.intake.CanonicalEvent;
import io.curtaincall.dispatch.intake.CanonicalEvents;
import io.curtaincall.eventstore.CommitTooLargeException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes sessions: first what follows is reported, then the session is kept. A crash between the two repeats the
 * report, which is known by its id and calls nobody again.
 */
final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionStore store;
    private final CanonicalEvents canonical;
    private final AcceptLiveEvents acceptLiveEvents;
    private final Clock clock;

    Sessions(SessionStore store, CanonicalEvents canonical, AcceptLiveEvents acceptLiveEvents, Clock clock) {
        this.store = store;
        this.canonical = canonical;
        this.acceptLiveEvents = acceptLiveEvents;
        this.clock = clock;
    }

    SessionStore store() {
        return store;
    }

    private void begin(Session session, List<Report> reports) {
        report(session, reports);
        store.insert(session);
    }

    /** Tries until nobody else has changed it in between. */
    void change(String taskId, Function<Session, List<Report>> change) {
        for (Optional<Versioned> found = store.byTask(taskId); found.isPresent(); found = store.byTask(taskId)) {
            Versioned versioned = found.get();
            report(versioned.session(), change.apply(versioned.session()));
            if (store.replace(versioned)) return;
        }
    }

    /** One that begins with that hook. */
    void begin(Origin origin, Hook hook, State state, Function<Session, List<Report>> change) {
        String taskId = CanonicalReport.taskId(origin, hook.client(), Session.startOf(hook));
        boolean taken = store.byTask(taskId).isPresent();
        Session session = Session.begin(taken ? taskId + "-" + hook.position() : taskId, origin, hook, state);
        session.seen(hook);
        begin(session, change.apply(session));
    }

    /** Unless that hook has been followed before. */
    void once(String taskId, Hook hook, Function<Session, List<Report>> change) {
        change(taskId, session -> {
            if (session.lastPosition >= hook.position()) return List.of();
            session.seen(hook);
            return change.apply(session);
        });
    }

    private void report(Session session, List<Report> reports) {
        List<CanonicalEvent> events = new ArrayList<>();
        for (Report report : reports) {
            canonical(CanonicalReport.of(session, report, clock.instant())).ifPresent(events::add);
        }
        if (!events.isEmpty() && !isAccepted(events)) events.forEach(event -> isAccepted(List.of(event)));
    }

    /** One report that can never be accepted must not hold up all that follow. */
    private boolean isAccepted(List<CanonicalEvent> events) {
        try {
            acceptLiveEvents.accept(new Caller.Operator(), events);
            return true;
        } catch (CommitTooLargeException e) {
            log.error(
                    "{} reports from {} are not stored: {}",
                    events.size(),
                    events.getFirst().source(),
                    e.toString());
            return false;
        } catch (RefusedException e) {
            if (passes(e.problem())) throw e;
            log.error(
                    "{} reports from {} are refused: {}",
                    events.size(),
                    events.getFirst().source(),
                    e.problem());
            return false;
        }
    }

    private static boolean passes(Problem problem) {
        return problem instanceof Unavailable || problem instanceof Throttled;
    }

    /** The same of one that cannot be worded. */
    private Optional<CanonicalEvent> canonical(ObjectNode event) {
        try {
            return Optional.of(canonical.require(event));
        } catch (RefusedException e) {
            if (passes(e.problem())) throw e;
            log.error("{} of {} is not reported: {}", event.path("type"), event.path("subject"), e.problem());
            return Optional.empty();
        }
    }
}
