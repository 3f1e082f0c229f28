package io.curtaincall.dispatch.plan;

/** Names one run of one dispatch process; a restarted process has another, so work of the former is seen as orphaned. */
public record NodeId(String value) {}
