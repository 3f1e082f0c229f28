package io.curtaincall.access.egress;

/** Leaves the parser at the first thing that does not hold; its message is meant for the caller. */
final class MalformedUrlRefusal extends RuntimeException {
    MalformedUrlRefusal(String why) {
        super(why, null, false, false);
    }
}
