package io.curtaincall.bench.chaos;

/** One life of a dispatch process, from its start to its death, and whether it is down just now. */
final class NodeLife {
    private volatile long downSince;
    private volatile boolean everDown;

    void goesDown() {
        downSince = System.nanoTime();
        everDown = true;
    }

    void comesBack() {
        downSince = 0;
    }

    boolean isDown() {
        return downSince != 0;
    }

    boolean wasEverDown() {
        return everDown;
    }

    long downFor(long now) {
        return downSince == 0 ? 0 : now - downSince;
    }
}
