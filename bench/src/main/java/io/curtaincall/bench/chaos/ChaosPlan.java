package io.curtaincall.bench.chaos;

import java.time.Duration;

/**
 * What is done to an installation.
 *
 * @param dispatchers dispatch processes on one store
 * @param rate events a second, over all of them
 * @param time how long
 * @param calm whether nothing is done at all, to see who is taken for dead without being so
 * @param seed draws the moments, the victims and what becomes of them
 */
record ChaosPlan(int dispatchers, int rate, Duration time, boolean calm, long seed) {}
