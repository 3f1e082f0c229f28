package io.curtaincall.eventstore;

/** An event of the tests. */
record Happened(String what) {}
