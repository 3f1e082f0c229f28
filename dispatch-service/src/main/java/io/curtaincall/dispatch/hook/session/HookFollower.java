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
    private final Sessions sessions;
    private final GoneStreams gone;
    private final HookProperties times;

    HookFollower(Sessions sessions, HookProperties times) {
        this.sessions = sessions;
        this.gone = new GoneStreams(sessions);
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
            case StreamGone deleted -> streamGone(origin, new Ended(deleted.call(), null, true), hook);
        }
    }

    private void began(Origin origin, Hook hook, Began began) {
        Optional<Versioned> newest = sessions.store().newestOf(origin, hook.client());
        if (newest.isPresent() && isTold(newest.get().session(), hook, began)) return;
        Optional<Session> same = sessions.store().openOf(origin).stream()
                .filter(open -> open.state != State.PAUSED && isSame(open, hook.client(), began))
                .findFirst();
        if (same.isPresent()) {
            sessions.once(same.get().taskId, hook, session -> SessionRules.goesOn(session, began, Sent.of(hook)));
        } else {
            Sent end = newest.map(known -> known.session().nextEnd).orElse(null);
            beginsAnew(origin, hook, began, Sent.wasTriedAgain(Sent.of(hook), end) ? end : null);
        }
    }

    /** Of what is known by one name for ever the beginning is told once. */
    private boolean isTold(Session newest, Hook hook, Began began) {
        if (newest.lastPosition >= hook.position()) return true;
        boolean unique = began.once() && began.others() == Others.GO_ON;
        boolean after = endedAfter(newest, began.at()) || Sent.wasTriedAgain(Sent.of(hook), newest.end);
        boolean late = hook.client().isEmpty() && after;
        if (late) sessions.once(newest.taskId, hook, session -> SessionRules.beganLate(session, began));
        return late || (unique && !newest.state.isOpen());
    }

    private static boolean endedAfter(Session session, Instant began) {
        Instant left = session.publisherLeftAt;
        return !session.state.isOpen() && left != null && !began.isAfter(left);
    }

    private static boolean isSame(Session open, String client, Began began) {
        if (began.others() == Others.ARE_THIS) return true;
        return open.client().equals(client) && (began.once() || began.at().equals(open.startedAt));
    }

    /** @param end its end, if that came first */
    private void beginsAnew(Origin origin, Hook hook, Began began, @Nullable Sent end) {
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
            sessions.once(paused.get().taskId, hook, session -> SessionRules.resumed(session, hook));
        } else if (others.isEmpty() || began.others() == Others.ARE_OVER) {
            others.forEach(old -> lose(old, hook));
            sessions.begin(origin, hook, State.RECORDING, session -> started(session, end));
        } else {
            sessions.begin(origin, hook, State.SUSPECT, session -> List.of());
        }
    }

    private static List<Report> started(Session session, @Nullable Sent end) {
        List<Report> started = SessionRules.started(session);
        if (end == null) return started;
        session.end = end;
        SessionRules.ended(session, new Ended(end.call()), end.receivedAt(), false);
        return started;
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
                        session -> sessions.once(session.taskId, hook, change),
                        () -> sessions.begin(origin, hook, State.RECORDING, change));
    }

    /** One that was over by then is not it: the beginning of another may come late, or was lost. */
    private static Optional<Session> latestAt(List<Session> known, Instant at) {
        return known.stream()
                .filter(session -> !session.startedAt.isAfter(at) && !session.isOverBefore(at))
                .reduce((earlier, later) -> later);
    }

    private List<Report> ended(Session session, Ended ended, Hook hook) {
        Sent sent = Sent.of(hook);
        // it has begun to write anew since that was sent
        if (Sent.wasTriedAgain(sent, session.begun)) return List.of();
        if (session.state.isOpen()) session.end = sent;
        else session.nextEnd = sent;
        boolean waits = !times.resumeWindow().isZero();
        return SessionRules.ended(session, ended, hook.receivedAt(), waits);
    }

    /** The end of the recording may have been told first, and the next one have begun. */
    private void publisherLeft(Origin origin, Instant at, Hook hook) {
        sessions.store().of(origin).stream()
                .filter(session -> !session.startSeen || !session.startedAt.isAfter(at))
                .reduce((earlier, later) -> later)
                .ifPresent(session -> sessions.once(session.taskId, hook, changed -> {
                    changed.publisherLeftAt = at;
                    return List.of();
                }));
    }

    private void streamGone(Origin origin, Ended ended, Hook hook) {
        for (Session open : sessions.store().openOf(origin)) {
            sessions.once(open.taskId, hook, session -> ended(session, ended, hook));
        }
        gone.mark(origin, hook);
    }

    private void fileClosed(Origin origin, FileClosed closed, Hook hook) {
        Function<Session, List<Report>> change = session -> {
            SessionRules.fileClosed(session, PendingFile.of(closed, hook));
            Ended end = new Ended(closed.call(), closed.last() ? closed.file().endedAt() : null, false);
            if (closed.last()) return SessionRules.ended(session, end, hook.receivedAt(), false);
            boolean ended = !hook.client().isEmpty()
                    && gone.endedWith(origin, closed.file().endedAt());
            Ended over = new Ended(closed.call(), closed.file().endedAt(), true);
            return ended ? SessionRules.ended(session, over, hook.receivedAt(), false) : List.of();
        };
        if (!hook.client().isEmpty()) {
            ofClient(origin, hook, change);
            return;
        }
        List<Session> known = sessions.store().of(origin);
        // followed before, though its session no longer writes to that file
        if (known.stream().anyMatch(session -> session.lastPosition >= hook.position())) return;
        writerOf(known, closed, hook)
                .ifPresentOrElse(
                        session -> sessions.once(session.taskId, hook, change), () -> ofClient(origin, hook, change));
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
        open.stream().findFirst().ifPresent(waited -> sessions.once(waited.taskId, hook, SessionRules::started));
    }

    private void ofClient(Origin origin, Hook hook, Function<Session, List<Report>> change) {
        sessions.store()
                .newestOf(origin, hook.client())
                .ifPresentOrElse(
                        known -> sessions.once(known.session().taskId, hook, change),
                        () -> sessions.begin(origin, hook, State.RECORDING, change));
    }
}
