package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.file.Examination;
import io.curtaincall.dispatch.hook.file.RecordFolder.Growing;
import io.curtaincall.dispatch.hook.session.Session.Ending;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has to be done for a session when its time has come. */
final class SessionWork {
    private static final String SILENCE = "silence";

    private final Sessions sessions;
    private final SessionFiles files;
    private final HookProperties times;
    private final Clock clock;

    SessionWork(Sessions sessions, SessionFiles files, HookProperties times, Clock clock) {
        this.sessions = sessions;
        this.files = files;
        this.times = times;
        this.clock = clock;
    }

    /** Examines what files it has, one after the other: their numbers follow that order. */
    void examineFiles(Session claimed) throws InterruptedException {
        for (PendingFile file : List.copyOf(claimed.pending)) {
            Examination examination = files.examine(file, claimed.origin);
            sessions.change(claimed.taskId, session -> SessionRules.examined(session, file, examination));
        }
    }

    void timeHasCome(Versioned claimed) {
        Session session = claimed.session();
        if (Due.of(session, times).file()) {
            // Left by one who died over its files: kept anew, it is found by those who examine.
            sessions.change(session.taskId, open -> List.of());
            return;
        }
        switch (session.state) {
            case SUSPECT -> trust(session);
            case RECORDING -> lookForLife(session);
            case PAUSED, CLOSING -> close(session);
            case OVER, DUPLICATE -> sessions.store().delete(claimed);
        }
    }

    /** Nobody refused it, so the one that has the name must be a ghost. */
    private void trust(Session suspect) {
        Instant now = clock.instant();
        sessions.change(suspect.taskId, SessionRules::started);
        List<Session> open = sessions.store().openOf(suspect.origin);
        boolean trusted = open.stream()
                .anyMatch(session -> session.taskId.equals(suspect.taskId) && session.state == State.RECORDING);
        if (!trusted) return;
        for (Session other : open) {
            if (other.taskId.equals(suspect.taskId) || other.state == State.SUSPECT) continue;
            sessions.change(other.taskId, ghost -> {
                Ending ending = new Ending(suspect.startedAt, now, suspect.firstCall);
                SessionRules.lost(ghost, ending, suspect.startedAt);
                return List.of();
            });
        }
    }

    /** If its end was lost, so may be what was said of its file: whoever is gone has left it where it was. */
    private void close(Session session) {
        Instant now = clock.instant();
        Optional<Growing> left = Optional.ofNullable(session.filesUntil).flatMap(until -> files.newest(session, until));
        sessions.change(session.taskId, open -> {
            left.ifPresent(file -> SessionRules.found(open, file, now));
            return SessionRules.closed(open, now);
        });
    }

    /** The media server has been silent about it; what it was writing shows whether it is still there. */
    private void lookForLife(Session session) {
        Instant now = clock.instant();
        Optional<Growing> file = files.newest(session, Instant.MAX);
        Instant lastSign = file.map(Growing::changedAt)
                .filter(session.quietSince::isBefore)
                .orElse(session.quietSince);
        boolean canTell = file.isPresent() || session.updates || files.wouldSee(session.origin);
        Duration patience = canTell ? times.orphanAfter() : times.blindOrphanAfter();
        boolean gone = !lastSign.plus(patience).isAfter(now);
        sessions.change(session.taskId, open -> {
            open.grewAt(lastSign);
            open.lookedAt = now;
            if (gone && open.state == State.RECORDING) {
                SessionRules.lost(open, new Ending(lastSign, now, SILENCE), now);
            }
            return List.of();
        });
    }
}
