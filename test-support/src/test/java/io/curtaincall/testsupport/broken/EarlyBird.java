package io.curtaincall.testsupport.broken;

import org.springframework.context.SmartLifecycle;

class EarlyBird implements SmartLifecycle {
    private volatile boolean running;

    @Override
    public void start() {
        Thread.ofVirtual().start(() -> {});
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
