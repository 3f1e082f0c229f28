package io.curtaincall.events.broken;

import org.springframework.core.Ordered;

/** Anybody could add to it, and it cannot be read without a framework. */
class Happening implements Ordered {
    @Override
    public int getOrder() {
        return 0;
    }
}
