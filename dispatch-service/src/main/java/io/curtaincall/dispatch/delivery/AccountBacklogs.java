package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.account.AccountId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many callbacks of each account are not finished, so that none has more than its share. Counted now and then beside
 * everything else, and for no more than a tenth of the time.
 */
final class AccountBacklogs {
    private static final Logger log = LoggerFactory.getLogger(AccountBacklogs.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int REST = 9;

    private final DueCounts counts;
    private final LongSupplier nanoTime;
    private final long share;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile long ended;
    private volatile long rest;
    private volatile Map<AccountId, Long> unfinished = Map.of();

    /** @param share how many unfinished callbacks of one account are enough */
    AccountBacklogs(DueCounts counts, LongSupplier nanoTime, long share) {
        this.counts = counts;
        this.nanoTime = nanoTime;
        this.share = share;
        ended = nanoTime.getAsLong();
    }

    /** One account's, some seconds behind. */
    record OfAccount(AccountId accountId, long unfinished) {}

    /** Counts, if it is time to; returns at once. */
    void measure() {
        if (nanoTime.getAsLong() - ended < rest || !counting.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("account-backlogs").start(this::count);
    }

    private void count() {
        long began = nanoTime.getAsLong();
        try {
            unfinished = Map.copyOf(counts.unfinishedByAccount());
        } catch (RuntimeException e) {
            log.debug("the accounts' callbacks could not be counted", e);
        } finally {
            long now = nanoTime.getAsLong();
            rest = Math.max(EVERY.toNanos(), (now - began) * REST);
            ended = now;
            counting.set(false);
        }
    }

    boolean isFull(AccountId account) {
        return of(account) >= share;
    }

    long of(AccountId account) {
        return unfinished.getOrDefault(account, 0L);
    }

    long share() {
        return share;
    }

    /** What accounts have beyond their shares: it is they who have to wait for it and nobody else. */
    long beyondShares() {
        return unfinished.values().stream()
                .mapToLong(count -> Math.max(0, count - share))
                .sum();
    }

    long full() {
        return unfinished.values().stream().filter(count -> count >= share).count();
    }

    long largest() {
        return unfinished.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Those with most, the most first. */
    List<OfAccount> largest(int limit) {
        return unfinished.entrySet().stream()
                .map(entry -> new OfAccount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(OfAccount::unfinished).reversed())
                .limit(limit)
                .toList();
    }
}
