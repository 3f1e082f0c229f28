package io.curtaincall.testsupport.broken;

import java.time.Instant;

class HousekeepingManager {
    Instant start() {
        return Instant.now();
    }
}
