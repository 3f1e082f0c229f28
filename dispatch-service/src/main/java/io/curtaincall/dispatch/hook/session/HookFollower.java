package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.server.Signal.Alive;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.Failed;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.dispatch.hook.server.Signal.PublisherLeft;
import io.curtaincall.dispatch.hook.server.Signal.StreamGone;
import io.curtaincall.dispatch.hook.session.Session.Ending;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the sessions a hook is about, and lets them go on. */
final class HookFollower {
    /** The client of what no file names. */
    private static final String NOBODY = "";

    private final Sessions sessions;
    private final HookProperties times;

    HookFollower(Sessions sessions, HookProperties times) {
        this.sessions = sessions;
        this.times = times;
    }

    void follow(Origin origin, Hook hook) {
        switch (hook.signal()) {
            case Began began -> began(origin, hook, began);
            case Alive alive -> ofClient(origin, hook, SessionRules::alive);
            case Ended ended -> {
                ofTime(origin, hook, ended.at(), session -> ended(session, ended, hook));
                promoteWhoWaited(origin, hook);
            }
            case Failed failed ->
                ofTime(origin, hook, failed.at(), session -> SessionRules.failed(session, failed, hook));
            case FileClosed closed -> fileClosed(origin, closed, hook);
            case PublisherLeft left -> publisherLeft(origin, left.at(), hook);
            case StreamGone gone -> streamGone(origin, new Ended(gone.call(), null, true), hook);
        }
    }

    private void began(Origin origin, Hook hook, Began began) {
        Optional<Versioned> newest = sessions.store().newestOf(origin, hook.client());
        if (newest.isPresent() && isTold(newest.get().session(), hook, began)) return;
        Optional<Session> same = sessions.store().openOf(origin).stream()
                .filter(open -> open.state != State.PAUSED && isSame(open, hook.client(), began))
                .findFirst();
        if (same.isPresent()) {
            once(same.get().taskId, hook, session -> SessionRules.goesOn(session, began));
        } else {
            beginsAnew(origin, hook, began);
        }
    }

    /** Of what is known by one name for ever the beginning is told once. */
    private boolean isTold(Session newest, Hook hook, Began began) {
        if (newest.lastPosition >= hook.position()) return true;
        // its end was sent after it, and came first
        if (isBefore(hook.ran(), newest.endRan)) return true;
        boolean unique = began.once() && began.others() == Others.GO_ON;
        boolean late = hook.client().isEmpty() && !newest.state.isOpen() && endedAfter(newest, began.at());
        if (late) once(newest.taskId, hook, session -> SessionRules.beganLate(session, began));
        return late || (unique && !newest.state.isOpen());
    }

    private static boolean isBefore(@Nullable Instant ran, @Nullable Instant other) {
        return ran != null && other != null && ran.isBefore(other);
    }

    private static boolean endedAfter(Session session, Instant began) {
        return session.publisherLeftAt != null && !began.isAfter(session.publisherLeftAt);
    }

    private static boolean isSame(Session open, String client, Began began) {
        if (began.others() == Others.ARE_THIS) return true;
        return open.client().equals(client) && (began.once() || began.at().equals(open.startedAt));
    }

    private void beginsAnew(Origin origin, Hook hook, Began began) {
        // A client begins anew: the media server has restarted and counts from one, or its last end was lost.
        if (!hook.client().isEmpty()) {
            sessions.store().openOf(origin, hook.client()).stream()
                    .filter(old -> old.state != State.PAUSED)
                    .forEach(old -> lose(old, hook));
        }
        List<Session> others =
                began.others() == Others.GO_ON ? List.of() : sessions.store().openOf(origin);
        Optional<Session> paused =
                others.stream().filter(other -> other.state == State.PAUSED).findFirst();
        if (paused.isPresent()) {
            once(paused.get().taskId, hook, session -> SessionRules.resumed(session, hook));
        } else if (others.isEmpty() || began.others() == Others.ARE_OVER) {
            others.forEach(old -> lose(old, hook));
            begin(origin, hook, State.RECORDING, SessionRules::started);
        } else {
            begin(origin, hook, State.SUSPECT, session -> List.of());
        }
    }

    /** As often as it is told: the hook itself is noted with the session that it begins, should this be cut off between. */
    private void lose(Session old, Hook hook) {
        sessions.change(old.taskId, session -> {
            Instant now = hook.receivedAt();
            SessionRules.lost(session, new Ending(now, now, hook.signal().call()), now);
            return List.of();
        });
    }

    /** Where nothing names the session but the time it belongs to the one of that time. */
    private void ofTime(Origin origin, Hook hook, @Nullable Instant at, Function<Session, List<Report>> change) {
        if (at == null || !hook.client().isEmpty()) {
            ofClient(origin, hook, change);
            return;
        }
        latestAt(sessions.store().of(origin), at)
                .ifPresentOrElse(
                        session -> once(session.taskId, hook, change),
                        () -> begin(origin, hook, State.RECORDING, change));
    }

    /** One that was over by then is not it: the beginning of another may come late, or was lost. */
    private static Optional<Session> latestAt(List<Session> known, Instant at) {
        return known.stream()
                .filter(session -> !session.startedAt.isAfter(at) && !session.isOverBefore(at))
                .reduce((earlier, later) -> later);
    }

    private List<Report> ended(Session session, Ended ended, Hook hook) {
        // it has begun to write anew since that was sent
        if (isBefore(hook.ran(), session.begunRan)) return List.of();
        session.endRan = hook.ran();
        boolean waits = !times.resumeWindow().isZero();
        return SessionRules.ended(session, ended, hook.receivedAt(), waits);
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

    private void streamGone(Origin origin, Ended ended, Hook hook) {
        for (Session open : sessions.store().openOf(origin)) {
            once(open.taskId, hook, session -> ended(session, ended, hook));
        }
        markGone(origin, hook);
    }

    /** Its files may be told for the first time later: then nothing more is said of its end. */
    private void markGone(Origin origin, Hook hook) {
        boolean marked = sessions.store()
                .newestOf(origin, NOBODY)
                .filter(mark -> mark.session().lastPosition >= hook.position())
                .isPresent();
        if (marked) return;
        begin(origin, hook, State.OVER, mark -> {
            mark.streamGone = true;
            mark.publisherLeftAt = hook.receivedAt();
            mark.closedAt = hook.receivedAt();
            return List.of();
        });
    }

    private void fileClosed(Origin origin, FileClosed closed, Hook hook) {
        Function<Session, List<Report>> change = session -> {
            SessionRules.fileClosed(session, PendingFile.of(closed, hook));
            Ended end = new Ended(closed.call(), closed.last() ? closed.file().endedAt() : null, false);
            if (closed.last()) return SessionRules.ended(session, end, hook.receivedAt(), false);
            boolean gone = isGoneSince(origin, hook, session.startedAt);
            Ended over = new Ended(closed.call(), closed.file().endedAt(), true);
            return gone ? SessionRules.ended(session, over, hook.receivedAt(), false) : List.of();
        };
        if (!hook.client().isEmpty()) {
            ofClient(origin, hook, change);
            return;
        }
        List<Session> known = sessions.store().of(origin);
        // followed before, though its session no longer writes to that file
        if (known.stream().anyMatch(session -> session.lastPosition >= hook.position())) return;
        writerOf(known, closed, hook)
                .ifPresentOrElse(session -> once(session.taskId, hook, change), () -> ofClient(origin, hook, change));
    }

    /** Whether its stream was told to be gone before anything of the recording was. */
    private boolean isGoneSince(Origin origin, Hook hook, Instant startedAt) {
        return !hook.client().isEmpty()
                && sessions.store()
                        .newestOf(origin, NOBODY)
                        .map(Versioned::session)
                        .filter(mark -> mark.streamGone)
                        .map(mark -> mark.publisherLeftAt)
                        .filter(gone -> !gone.isBefore(startedAt))
                        .isPresent();
    }

    /** The next session may have begun before the last file of this one is told. */
    private static Optional<Session> writerOf(List<Session> known, FileClosed closed, Hook hook) {
        Optional<Session> writing = known.stream()
                .filter(session -> closed.file().path().equals(session.growing))
                .findFirst();
        Double seconds = closed.file().durationSeconds();
        if (writing.isPresent() || seconds == null) return writing;
        Instant told = Objects.requireNonNullElse(closed.at(), hook.receivedAt());
        return latestAt(known, told.minusMillis(Math.round(seconds * 1000)));
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
