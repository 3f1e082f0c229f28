package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.session.Session.State;
import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams that were told to be gone. What was recorded of them may be told for the first time later, and then nothing more
 * is said of its end.
 */
final class GoneStreams {
    /** The client of what no file names. */
    private static final String NOBODY = "";
    /** How long before that was told its last file may have ended. */
    private static final Duration BEFORE = Duration.ofSeconds(30);
    /** The same for after, as clocks differ; a file of the next recording ends later. */
    private static final Duration AFTER = Duration.ofSeconds(5);

    private final Sessions sessions;

    GoneStreams(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Kept as a session that is over, of which nobody is told. */
    void mark(Origin origin, Hook hook) {
        boolean marked = sessions.store()
                .newestOf(origin, NOBODY)
                .filter(mark -> mark.session().lastPosition >= hook.position())
                .isPresent();
        if (marked) return;
        sessions.begin(origin, hook, State.OVER, mark -> {
            mark.streamGone = true;
            mark.publisherLeftAt = hook.receivedAt();
            mark.closedAt = hook.receivedAt();
            return List.of();
        });
    }

    /**
     * Whether the recording ended with its stream: its last file ends with it. One that began or went on since has files
     * that end later, and where clocks differ too much nothing is concluded.
     */
    boolean endedWith(Origin origin, @Nullable Instant fileEndedAt) {
        if (fileEndedAt == null) return false;
        Instant gone = sessions.store()
                .newestOf(origin, NOBODY)
                .map(Versioned::session)
                .filter(mark -> mark.streamGone)
                .map(mark -> mark.publisherLeftAt)
                .orElse(null);
        return gone != null && !fileEndedAt.isBefore(gone.minus(BEFORE)) && !fileEndedAt.isAfter(gone.plus(AFTER));
    }
}
