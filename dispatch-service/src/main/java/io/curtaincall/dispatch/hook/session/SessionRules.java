package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.file.Examination;
import io.curtaincall.dispatch.hook.file.Media;
import io.curtaincall.dispatch.hook.file.RecordFolder.Growing;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.Failed;
import io.curtaincall.dispatch.hook.session.Report.Failure;
import io.curtaincall.dispatch.hook.session.Session.Ending;
import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows for a session from what has happened, and what is to be reported of it. Pure. */
final class SessionRules {
    private SessionRules() {}

    /** It records, for all that is known. */
    static List<Report> started(Session session) {
        if (session.state == State.SUSPECT) session.state = State.RECORDING;
        if (session.state != State.RECORDING) return List.of();
        return session.origin.recordingExpected() ? start(session) : List.of();
    }

    private static List<Report> start(Session session) {
        if (session.startReported) return List.of();
        session.startReported = true;
        return List.of(Report.plain(
                Topic.RECORDING_STARTED,
                "",
                session.startedAt,
                session.startSeen && !session.startInferred,
                session.firstCall,
                session.startInferred));
    }

    static List<Report> alive(Session session) {
        session.updates = true;
        return session.state == State.RECORDING ? started(session) : List.of();
    }

    /** The same one has been told of again, or writes to another file. */
    static List<Report> goesOn(Session session, Began began, @Nullable Sent sent) {
        if (session.state != State.RECORDING) return List.of();
        boolean isNews = !Sent.wasTriedAgain(sent, session.begun);
        if (began.path() != null && isNews) session.growing = began.path();
        return started(session);
    }

    /** Its end was told before its beginning. */
    static List<Report> beganLate(Session session, Began began) {
        if (session.startReported || !session.origin.recordingExpected()) return List.of();
        session.startReported = true;
        return List.of(Report.plain(
                Topic.RECORDING_STARTED, "", began.at(), !began.inferred(), began.call(), began.inferred()));
    }

    /** @param waits whether the task waits for the publisher to come back */
    static List<Report> ended(Session session, Ended ended, Instant toldAt, boolean waits) {
        if (session.state == State.SUSPECT) return refused(session, toldAt);
        if (session.state == State.CLOSING && session.orphaned && ended.at() != null) foundItsEnd(session, ended);
        if (session.state != State.RECORDING) return List.of();
        String call = ended.call();
        session.ending = new Ending(toldAt, toldAt, call);
        session.filesFollow = ended.filesFollow();
        if (ended.at() != null) session.publisherLeftAt = ended.at();
        session.state = waits ? State.PAUSED : State.CLOSING;
        if (!waits || !session.startReported) return List.of();
        return List.of(
                Report.plain(Topic.RECORDING_PAUSED, String.valueOf(++session.pauses), toldAt, false, call, true));
    }

    /** It was told after the beginning of the next, which had made it an orphan. */
    private static void foundItsEnd(Session session, Ended ended) {
        session.orphaned = false;
        session.publisherLeftAt = ended.at();
        session.filesFollow = ended.filesFollow();
    }

    /** The server said so: nothing is expected of it any more. */
    static List<Report> failed(Session session, Failed failed, Hook hook) {
        if (session.state != State.RECORDING) return List.of();
        session.failure = new Failure(failed.code(), failed.message());
        session.failureCounts = failed.files();
        return ended(session, new Ended(failed.call(), failed.at(), !failed.files()), hook.receivedAt(), false);
    }

    private static List<Report> refused(Session session, Instant toldAt) {
        session.state = State.DUPLICATE;
        session.closedAt = toldAt;
        session.pending.clear();
        return List.of(Report.failed(session.startedAt, session.firstCall, false, Failure.DUPLICATE_PUBLISHER));
    }

    static List<Report> resumed(Session session, Hook hook) {
        if (session.state != State.PAUSED) return List.of();
        session.state = State.RECORDING;
        session.ending = null;
        session.publisherLeftAt = null;
        session.clients.add(hook.client());
        if (!session.startReported) return started(session);
        return List.of(Report.plain(
                Topic.RECORDING_RESUMED,
                String.valueOf(session.pauses),
                hook.receivedAt(),
                false,
                hook.signal().call(),
                true));
    }

    /**
     * Its end was never told: another session has the name now, or the media server is gone.
     *
     * @param filesUntil what grew later is not its file
     */
    static void lost(Session session, Ending ending, Instant filesUntil) {
        if (!session.state.isOpen()) return;
        session.orphaned = session.state != State.PAUSED;
        session.filesUntil = session.state == State.RECORDING ? filesUntil : null;
        session.state = State.CLOSING;
        if (session.ending == null) session.ending = ending;
    }

    /** Nobody told of it, but there it is, as its session left it. */
    static void found(Session session, Growing file, Instant now) {
        Ending end = session.ending;
        if (end == null || session.state != State.CLOSING || session.filesUntil == null) return;
        session.filesUntil = null;
        boolean told = session.pending.stream().anyMatch(other -> other.path().equals(file.path()));
        if (told) return;
        session.ending = new Ending(file.changedAt(), end.toldAt(), end.call());
        fileClosed(session, PendingFile.found(end.call(), file.path(), now, session.lastPosition));
    }

    static void fileClosed(Session session, PendingFile file) {
        if (session.state == State.DUPLICATE) return;
        boolean known = session.pending.stream()
                .anyMatch(other ->
                        other.path().equals(file.path()) && other.recorder().equals(file.recorder()));
        if (!known) session.pending.add(file);
        if (file.path().equals(session.growing)) session.growing = null;
    }

    /** Nothing, if the file was not waited for any more. */
    static List<Report> examined(Session session, PendingFile file, Examination examination) {
        if (!session.pending.remove(file)) return List.of();
        return switch (examination) {
            case Examination.Good good ->
                completed(session, file, seen(session, file, good.sizeBytes(), good.changedAt(), good.media()));
            case Examination.OutOfSight outOfSight -> completed(session, file, RecordedFile.unseen(file));
            case Examination.Bad bad -> {
                RecordedFile found = seen(session, file, bad.sizeBytes(), bad.changedAt(), Media.UNKNOWN);
                yield failed(session, Report.badFile(file, found, Failure.of(bad.fault())));
            }
            case Examination.Absent absent -> failed(session, Report.badFile(file, null, Failure.of(absent.fault())));
        };
    }

    /** Only what was seen says where its files are: a path alone is just the server's word. */
    private static RecordedFile seen(Session session, PendingFile file, long size, Instant changedAt, Media media) {
        session.folder = file.path().substring(0, Math.max(1, file.path().lastIndexOf('/')));
        session.lastFileAt = changedAt;
        return RecordedFile.seen(file, size, changedAt, media);
    }

    private static List<Report> completed(Session session, PendingFile pending, RecordedFile file) {
        if (isKnown(session, pending, file)) return List.of();
        List<Report> reports = new ArrayList<>(start(session));
        Totals totals =
                session.recorders.getOrDefault(file.recorder(), Totals.NONE).with(file);
        session.recorders.put(file.recorder(), totals);
        reports.add(Report.completed(pending, file, totals.files()));
        Ending end = session.ending;
        // it was closed without a word
        if (session.state == State.OVER && !session.endReported && end != null) {
            session.endReported = true;
            reports.add(over(session, end));
        }
        return reports;
    }

    /** What looks as it did when it was told last was told of twice. */
    private static boolean isKnown(Session session, PendingFile pending, RecordedFile file) {
        if (file.changedAt() == null) return false;
        String seen = Report.identity(pending, file);
        boolean known = seen.equals(session.lastFile);
        session.lastFile = seen;
        return known;
    }

    private static List<Report> failed(Session session, Report report) {
        session.failures++;
        List<Report> reports = new ArrayList<>(start(session));
        reports.add(report);
        return reports;
    }

    /** Says how it ended; nothing while files are still to be looked at. */
    static List<Report> closed(Session session, Instant now) {
        Ending end = session.ending;
        boolean leaving = session.state == State.CLOSING || session.state == State.PAUSED;
        if (end == null || !leaving || !session.pending.isEmpty()) return List.of();
        session.state = State.OVER;
        session.closedAt = now;
        List<Report> told = end(session, end);
        session.endReported = !told.isEmpty();
        return told;
    }

    private static List<Report> end(Session session, Ending end) {
        Failure failure = session.failure;
        boolean expected = session.origin.recordingExpected();
        boolean promised = session.recorders.isEmpty() && (expected || session.startReported);
        if (failure != null && (session.failureCounts || promised)) {
            return List.of(Report.failed(session.leftAt(end), end.call(), false, failure));
        }
        if (!session.recorders.isEmpty()) return List.of(over(session, end));
        if (session.failures > 0) return List.of();
        if (session.orphaned && (expected || session.startReported)) {
            return List.of(Report.failed(end.at(), end.call(), true, Failure.ORPHANED));
        }
        boolean missed = session.startSeen && expected;
        return missed ? List.of(Report.failed(end.at(), end.call(), true, Failure.NO_FILE)) : List.of();
    }

    private static Report over(Session session, Ending end) {
        Totals totals = Totals.ofAll(session.recorders.values());
        Instant left = session.publisherLeftAt;
        return left == null
                ? Report.over(end.at(), false, end.call(), session.orphaned, totals)
                : Report.over(left, true, end.call(), session.orphaned, totals);
    }
}
