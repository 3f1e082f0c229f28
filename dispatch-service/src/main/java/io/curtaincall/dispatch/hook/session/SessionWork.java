package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.file.Examination;
import io.curtaincall.dispatch.hook.file.Examiner;
import io.curtaincall.dispatch.hook.file.RecordFolder;
import io.curtaincall.dispatch.hook.file.RecordFolder.Growing;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has to be done for a session when its time has come. */
final class SessionWork {
    private static final String SILENCE = "silence";

    private final Sessions sessions;
    private final Examiner examiner;
    private final HookProperties times;
    private final Clock clock;

    SessionWork(Sessions sessions, Examiner examiner, HookProperties times, Clock clock) {
        this.sessions = sessions;
        this.examiner = examiner;
        this.times = times;
        this.clock = clock;
    }

    /** Examines what files it has, one after the other: their numbers follow that order. */
    void examineFiles(Session claimed) throws InterruptedException {
        for (PendingFile file : List.copyOf(claimed.pending)) {
            Examination examination = examiner.examine(file.path(), claimed.origin.recordRoot());
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
            case PAUSED, CLOSING -> sessions.change(session.taskId, open -> SessionRules.closed(open, clock.instant()));
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
                SessionRules.lost(ghost, suspect.startedAt, now, suspect.firstCall);
                return List.of();
            });
        }
    }

    /** The media server has been silent about it; what it was writing shows whether it is still there. */
    private void lookForLife(Session session) {
        Instant now = clock.instant();
        Optional<Growing> file = newestFile(session);
        Instant lastSign = file.map(Growing::changedAt)
                .filter(session.quietSince::isBefore)
                .orElse(session.quietSince);
        boolean canTell = file.isPresent() || session.updates || session.origin.recordRoot() != null;
        Duration patience = canTell ? times.orphanAfter() : times.blindOrphanAfter();
        boolean gone = !lastSign.plus(patience).isAfter(now);
        sessions.change(session.taskId, open -> {
            open.grewAt(lastSign);
            open.lookedAt = now;
            if (gone) abandon(open, file, now);
            return List.of();
        });
    }

    private static void abandon(Session session, Optional<Growing> file, Instant now) {
        if (session.state != State.RECORDING) return;
        file.ifPresent(found -> SessionRules.fileClosed(
                session, new PendingFile(SILENCE, found.path(), "", null, now, session.lastPosition, true)));
        SessionRules.lost(session, file.map(Growing::changedAt).orElse(session.quietSince), now, SILENCE);
    }

    private static Optional<Growing> newestFile(Session session) {
        if (session.growing != null) return RecordFolder.at(Path.of(session.growing));
        String folder = session.folder == null ? session.origin.recordRoot() : session.folder;
        if (folder == null) return Optional.empty();
        return RecordFolder.newestOf(session.origin.stream(), Path.of(folder), session.startedAt);
    }
}
