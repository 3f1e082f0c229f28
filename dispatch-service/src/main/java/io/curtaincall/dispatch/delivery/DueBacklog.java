package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.Backlog;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How much is not finished and how much of it is due since when; measured now and then, because counting costs. */
final class DueBacklog implements Backlog {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final DueCounts counts;
    private final AccountBacklogs accounts;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final long most;
    private @Nullable Long measured;
    private volatile long unfinished;
    private volatile long due;
    private volatile Duration oldest = Duration.ZERO;

    /** @param most how many unfinished callbacks are enough */
    DueBacklog(DueCounts counts, AccountBacklogs accounts, Clock clock, LongSupplier nanoTime, long most) {
        this.counts = counts;
        this.accounts = accounts;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.most = most;
    }

    void measure() {
        accounts.measure();
        long elapsed = nanoTime.getAsLong();
        if (measured != null && elapsed - measured < EVERY.toNanos()) return;
        measured = elapsed;
        Instant now = clock.instant();
        unfinished = counts.unfinished();
        due = counts.due(now);
        oldest = counts.earliest()
                .filter(at -> at.isBefore(now))
                .map(at -> Duration.between(at, now))
                .orElse(Duration.ZERO);
    }

    @Override
    public boolean isFull() {
        return unfinished - accounts.beyondShares() >= most;
    }

    @Override
    public boolean isFull(AccountId account) {
        return accounts.isFull(account);
    }

    long unfinished() {
        return unfinished;
    }

    long due() {
        return due;
    }

    double oldestSeconds() {
        return oldest.toMillis() / 1_000.0;
    }
}
