package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.session.Session.Ending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a session has to be looked at again. It follows from the session alone, so a restart forgets no timer.
 *
 * @param file whether it is for a file that has to be examined
 */
record Due(boolean file, Instant at) {
    static Due of(Session session, HookProperties times) {
        boolean mayExamine = session.state != Session.State.SUSPECT && !session.pending.isEmpty();
        return mayExamine
                ? new Due(true, session.pending.getFirst().receivedAt())
                : new Due(false, time(session, times));
    }

    private static Instant time(Session session, HookProperties times) {
        return switch (session.state) {
            case SUSPECT -> session.startedAt.plus(times.grace());
            case RECORDING -> later(session.quietSince, session.lookedAt).plus(times.orphanAfter());
            case PAUSED -> toldAt(session).plus(times.resumeWindow());
            case CLOSING -> toldAt(session).plus(session.filesFollow ? times.filesFollow() : times.grace());
            case OVER, DUPLICATE -> later(session.quietSince, session.closedAt).plus(times.keepClosed());
        };
    }

    private static Instant toldAt(Session session) {
        Ending ending = session.ending;
        return ending == null ? session.quietSince : ending.toldAt();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
