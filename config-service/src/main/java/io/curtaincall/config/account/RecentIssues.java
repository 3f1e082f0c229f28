package io.curtaincall.config.account;

import io.curtaincall.access.problem.Problem.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the newest credentials of one owner were issued: one that issues without end would fill the store with them. */
final class RecentIssues {
    private static final int MOST = 1_000;
    private static final Duration WITHIN = Duration.ofHours(24);

    private final List<Instant> newest = new ArrayList<>();

    void add(Instant at) {
        newest.add(at);
        if (newest.size() > MOST) newest.removeFirst();
    }

    /** @throws io.curtaincall.access.problem.RefusedException if as many were issued lately as may be */
    void requireRoom(Instant now) {
        if (newest.size() < MOST) return;
        Instant next = newest.getFirst().plus(WITHIN);
        if (!next.isAfter(now)) return;
        throw new Conflict(MOST + " tokens and keys were issued within 24 hours, the next may be at " + next).refused();
    }
}
