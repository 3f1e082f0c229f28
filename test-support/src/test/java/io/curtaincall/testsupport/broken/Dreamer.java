package io.curtaincall.testsupport.broken;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

class Dreamer {
    final Supplier<Instant> now = Instant::now;
    final Supplier<UUID> ids = UUID::randomUUID;

    SecureRandom dice() {
        return new SecureRandom();
    }

    void doze() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        LockSupport.parkNanos(1);
    }
}
