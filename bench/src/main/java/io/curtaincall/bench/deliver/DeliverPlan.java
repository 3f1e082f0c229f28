package io.curtaincall.bench.deliver;

import java.time.Duration;

/**
 * What a run does.
 *
 * @param rate events a second; 0 for as many as can be
 */
record DeliverPlan(int rate, int batch, Duration warmUp, Duration measured) {
    private static final int UNDER_WAY = 2_000;
    private static final int MOST_PER_SECOND = 20_000;

    int capacity() {
        long seconds = warmUp.plus(measured).toSeconds() + 1;
        return Math.toIntExact(seconds * (rate == 0 ? MOST_PER_SECOND : rate + batch));
    }

    Load load(Reporter reporter, Journeys journeys) {
        return rate == 0
                ? new SaturatingLoad(reporter, journeys, batch, UNDER_WAY)
                : new PacedLoad(reporter, journeys, batch, rate);
    }

    @Override
    public String toString() {
        String what = rate == 0 ? "as many as come out, " + UNDER_WAY + " under way" : rate + " events/s";
        return what + ", " + batch + " a request, " + measured.toSeconds() + " s after " + warmUp.toSeconds()
                + " s warm-up";
    }
}
