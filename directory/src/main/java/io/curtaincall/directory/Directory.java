package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.account.OperatorEvent;
import io.curtaincall.events.hook.HookSourceEvent;
import io.curtaincall.events.intakekey.IntakeKeyEvent;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What every service must know without asking another: who may call, who owns what, who is to be called. Every process
 * keeps its own, fed from the event store by {@link DirectoryFeed}.
 */
public final class Directory {
    private final Accounts accounts = new Accounts();
    private final Credentials credentials = new Credentials();
    private final Domains domains = new Domains();
    private final NotifyConfigs notifyConfigs = new NotifyConfigs();
    private final HookSources hookSources = new HookSources();
    private final IntakeKeys intakeKeys = new IntakeKeys();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long position;
    private volatile long heardAtNanos = System.nanoTime();

    public Accounts accounts() {
        return accounts;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Domains domains() {
        return domains;
    }

    public NotifyConfigs notifyConfigs() {
        return notifyConfigs;
    }

    public HookSources hookSources() {
        return hookSources;
    }

    public IntakeKeys intakeKeys() {
        return intakeKeys;
    }

    /** Position in the event store up to which all events are taken in. */
    public long position() {
        return position;
    }

    /** How long nothing has been heard of the event store, which tells several times a second how far it is. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAtNanos);
    }

    /**
     * Waits until the events up to the position are taken in, so that who writes reads it back.
     *
     * @return false if that took longer than the timeout
     */
    public boolean awaitPosition(long wanted, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < wanted) {
                if (left <= 0) return false;
                left = advanced.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes in one event; those of other subjects change nothing. Taking one in twice changes nothing. */
    void apply(Object event) {
        switch (event) {
            case AccountEvent e -> {
                accounts.apply(e);
                credentials.apply(e);
            }
            case OperatorEvent e -> credentials.apply(e);
            case DomainAssigned e -> domains.apply(e);
            case NotifyConfigEvent e -> notifyConfigs.apply(e);
            case HookSourceEvent e -> hookSources.apply(e);
            case IntakeKeyEvent e -> intakeKeys.apply(e);
            default -> {}
        }
    }

    void advanceTo(long newPosition) {
        lock.lock();
        try {
            position = Math.max(position, newPosition);
            heardAtNanos = System.nanoTime();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
