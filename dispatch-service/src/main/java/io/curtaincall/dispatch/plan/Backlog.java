package io.curtaincall.dispatch.plan;

/** What is planned and not delivered yet, as who takes events in has to know of it. */
@FunctionalInterface
public interface Backlog {
    /** Whether nothing should be added to it for now. */
    boolean isFull();
}
