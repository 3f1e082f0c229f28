package io.curtaincall.query.projection;

/**
 * How far a projection has come in the process that runs it.
 *
 * @param position of the last event taken in
 * @param caughtUp whether it has reached the end since it was started
 * @param replaying whether it is taking in again what it had before a reset
 * @param failing whether it is trying again after an error
 */
public record Progress(long position, boolean caughtUp, boolean replaying, boolean failing) {}
