package io.curtaincall.bench.running;

/** The two ways to run Curtaincall on one machine. */
public enum Shape {
    /** {@code ./curtaincall up}. */
    ALL_IN_ONE,
    /** {@code ./curtaincall store}, one {@code up --services X --store URI} for each service, and a front. */
    APART
}
