package io.curtaincall.query.retention;

import io.curtaincall.directory.Account;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.query.projection.Projecting;
import io.curtaincall.query.projection.ReadModel;
import io.curtaincall.query.record.ExpiredRecords;
import io.curtaincall.query.record.RecordRetention;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes, now and then, the records whose time is over; in the process that runs their projection, as one is enough. */
@Component
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Directory directory;
    private final Projecting projecting;
    private final RecordRetention retention;
    private final ExpiredRecords expired;
    private final RetentionProperties properties;
    private final Semaphore stopped = new Semaphore(0);
    private volatile @Nullable Thread thread;

    RetentionSweep(
            Directory directory,
            Projecting projecting,
            RecordRetention retention,
            ExpiredRecords expired,
            RetentionProperties properties) {
        this.directory = directory;
        this.projecting = projecting;
        this.retention = retention;
        this.expired = expired;
        this.properties = properties;
    }

    @Override
    public void start() {
        Thread sweeping = Thread.ofVirtual().name("record-retention").unstarted(this::run);
        thread = sweeping;
        sweeping.start();
    }

    private void run() {
        try {
            while (isMine()) {
                sweepIfHere();
                if (isMine()) rest(properties.look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepIfHere() throws InterruptedException {
        try {
            if (projecting.here(ReadModel.CALLBACK_RECORDS).isPresent()) sweep();
        } catch (RuntimeException e) {
            log.warn("records whose time is over cannot be removed at the moment", e);
        }
    }

    private void sweep() throws InterruptedException {
        for (Account account : directory.accounts().all()) {
            AccountId id = account.accountId();
            while (isMine() && expired.removeSome(id, retention.keptFrom(id))) rest(properties.pause());
        }
    }

    private boolean isMine() {
        return thread == Thread.currentThread();
    }

    private void rest(Duration time) throws InterruptedException {
        if (stopped.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) log.debug("no more is removed");
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        stopped.release();
        try {
            if (running != null) running.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
