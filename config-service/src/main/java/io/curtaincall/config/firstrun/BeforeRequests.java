package io.curtaincall.config.firstrun;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What must hold before the first request is taken: once the directory is read, before the web server listens. */
@Component
class BeforeRequests implements SmartLifecycle {
    private static final int AFTER_DIRECTORY = -500;

    private final FirstRun firstRun;
    private volatile boolean running;

    BeforeRequests(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    public void start() {
        try {
            firstRun.run();
            running = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the first run was done", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_DIRECTORY;
    }
}
