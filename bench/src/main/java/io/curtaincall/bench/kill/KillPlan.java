package io.curtaincall.bench.kill;

import io.curtaincall.bench.running.Shape;
import java.time.Duration;

/**
 * What is done to an installation.
 *
 * @param rate events a second, all the time
 * @param seed draws the moments and the victims
 * @param longestLife the longest time between being ready and being killed
 */
public record KillPlan(Shape shape, int rounds, int rate, long seed, Duration longestLife) {}
