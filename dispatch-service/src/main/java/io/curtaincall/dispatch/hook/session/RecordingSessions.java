package io.curtaincall.dispatch.hook.session;

import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.hook.session.Session.Ending;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import io.curtaincall.dispatch.hook.session.Signal.Alive;
import io.curtaincall.dispatch.hook.session.Signal.Began;
import io.curtaincall.dispatch.hook.session.Signal.Ended;
import io.curtaincall.dispatch.hook.session.Signal.FileClosed;
import io.curtaincall.dispatch.hook.session.Signal.PublisherLeft;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the hooks in the order they were stored. A hook that comes again after a crash changes nothing. */
@ProcessingGroup(RecordingSessions.PROCESSOR)
@DisallowReplay
class RecordingSessions {
    static final String PROCESSOR = "dispatch.recording-sessions";
    private static final Logger log = LoggerFactory.getLogger(RecordingSessions.class);
    private static final Duration DIRECTORY_LAG = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final Directory directory;
    private final HookProperties times;

    RecordingSessions(Sessions sessions, Directory directory, HookProperties times) {
        this.sessions = sessions;
        this.directory = directory;
        this.times = times;
    }

    @EventHandler
    void on(HookReceived received, TrackingToken token) throws InterruptedException {
        long position = token.position().orElseThrow();
        directory.awaitPosition(position, DIRECTORY_LAG);
        Optional<Hook> hook = Hook.of(received, position);
        if (hook.isEmpty()) {
            log.debug("hook {} of source {} is kept and not followed", received.call(), received.hookSourceId());
            return;
        }
        directory
                .hookSources()
                .byId(received.hookSourceId())
                .map(source -> Origin.of(source, hook.get().app(), hook.get().stream()))
                .ifPresentOrElse(
                        origin -> follow(origin, hook.get()),
                        () -> log.info("hook of source {}, which is removed", received.hookSourceId()));
    }

    private void follow(Origin origin, Hook hook) {
        switch (hook.signal()) {
            case Began began -> began(origin, hook);
            case Alive alive -> ofClient(origin, hook, SessionRules::alive);
            case Ended ended -> {
                ofClient(origin, hook, session -> ended(session, hook));
                promoteWhoWaited(origin, hook);
            }
            case FileClosed closed -> ofClient(origin, hook, session -> fileClosed(session, closed, hook));
            case PublisherLeft left -> publisherLeft(origin, left.at(), hook);
        }
    }

    private void began(Origin origin, Hook hook) {
        Optional<Versioned> newest = sessions.store().newestOf(origin, hook.client());
        if (newest.isPresent() && newest.get().session().lastPosition >= hook.position()) return;
        // A client begins anew: the media server has restarted and counts from one, or its last end was lost.
        sessions.store().openOf(origin, hook.client()).stream()
                .filter(old -> old.state != State.PAUSED)
                .forEach(old -> lose(old, hook));
        List<Session> others = sessions.store().openOf(origin);
        Optional<Session> paused =
                others.stream().filter(other -> other.state == State.PAUSED).findFirst();
        if (paused.isPresent()) {
            once(paused.get().taskId, hook, session -> SessionRules.resumed(session, hook));
        } else if (others.isEmpty() || origin.kind() == HookKind.NODE_MEDIA_SERVER) {
            others.forEach(old -> lose(old, hook));
            begin(origin, hook, State.RECORDING, SessionRules::started);
        } else {
            begin(origin, hook, State.SUSPECT, session -> List.of());
        }
    }

    private void lose(Session old, Hook hook) {
        once(old.taskId, hook, session -> {
            Instant now = hook.receivedAt();
            SessionRules.lost(session, new Ending(now, now, hook.signal().call()), now);
            return List.of();
        });
    }

    private List<Report> ended(Session session, Hook hook) {
        boolean waits = !times.resumeWindow().isZero();
        return SessionRules.ended(session, hook.receivedAt(), hook.signal().call(), waits);
    }

    /** The end of the recording may have been told first, and the next one have begun. */
    private void publisherLeft(Origin origin, Instant at, Hook hook) {
        sessions.store().of(origin).stream()
                .filter(session -> !session.startSeen || !session.startedAt.isAfter(at))
                .reduce((earlier, later) -> later)
                .ifPresent(session -> once(session.taskId, hook, changed -> {
                    changed.publisherLeftAt = at;
                    return List.of();
                }));
    }

    private List<Report> fileClosed(Session session, FileClosed closed, Hook hook) {
        SessionRules.fileClosed(
                session,
                new PendingFile(
                        closed.call(),
                        closed.path(),
                        closed.recorder(),
                        closed.sizeBytes(),
                        hook.receivedAt(),
                        hook.position(),
                        false));
        return closed.last() ? SessionRules.ended(session, hook.receivedAt(), closed.call(), false) : List.of();
    }

    /** The one that had the name is gone; the first that came after it has it now. */
    private void promoteWhoWaited(Origin origin, Hook hook) {
        List<Session> open = sessions.store().openOf(origin);
        if (open.stream().anyMatch(session -> session.state != State.SUSPECT)) return;
        open.stream().findFirst().ifPresent(waited -> once(waited.taskId, hook, SessionRules::started));
    }

    private void ofClient(Origin origin, Hook hook, Function<Session, List<Report>> change) {
        sessions.store()
                .newestOf(origin, hook.client())
                .ifPresentOrElse(
                        known -> once(known.session().taskId, hook, change),
                        () -> begin(origin, hook, State.RECORDING, change));
    }

    private void begin(Origin origin, Hook hook, State state, Function<Session, List<Report>> change) {
        String taskId = CanonicalReport.taskId(origin, hook.client(), Session.startOf(hook));
        boolean taken = sessions.store().byTask(taskId).isPresent();
        Session session = Session.begin(taken ? taskId + "-" + hook.position() : taskId, origin, hook, state);
        session.seen(hook);
        sessions.begin(session, change.apply(session));
    }

    private void once(String taskId, Hook hook, Function<Session, List<Report>> change) {
        sessions.change(taskId, session -> {
            if (session.lastPosition >= hook.position()) return List.of();
            session.seen(hook);
            return change.apply(session);
        });
    }
}
