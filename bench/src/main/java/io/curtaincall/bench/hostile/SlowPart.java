package io.curtaincall.bench.hostile;

/** What many callbacks at once to slow receivers have cost. */
record SlowPart(int reported, long mostInFlight, long mostInHand, long residentMiB) {}
