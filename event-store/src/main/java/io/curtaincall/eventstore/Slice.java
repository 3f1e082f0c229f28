package io.curtaincall.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Settled messages in order, and the index that has been reached with them: beyond the last one if tombstones follow. */
record Slice(List<TrackedEventMessage<?>> messages, long reached) {}
