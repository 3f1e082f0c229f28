package io.curtaincall.bench.hostile;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a run does.
 *
 * @param endpoints receivers, each of a notify config and a domain of its own
 * @param hostile how many of them turn hostile in every second part
 * @param rate events a second, over all receivers in turns
 * @param rounds how often a part without and a part with hostile receivers follow each other
 * @param settle the time at the beginning of a part that does not count
 * @param slow callbacks that are reported at once to receivers that are all slow, at the end
 */
record HostilePlan(
        int endpoints,
        int hostile,
        int rate,
        Duration warmUp,
        int rounds,
        Duration settle,
        Duration measured,
        int slow) {
    static final int BATCH = 50;

    List<String> domains() {
        return IntStream.range(0, endpoints)
                .mapToObj(endpoint -> "customer-" + endpoint + ".example.com")
                .toList();
    }

    int endpointOf(int number) {
        return number % endpoints;
    }

    boolean isHostile(int endpoint) {
        return endpoint < hostile;
    }

    /** Twice what is to be accepted at the end, as a part of it may be refused at first. */
    int capacity() {
        long seconds =
                warmUp.plus(settle.plus(measured).multipliedBy(2L * rounds)).toSeconds();
        return Math.toIntExact((seconds + 2L * rounds + 2) * (rate + 1) + 2L * slow + 10L * BATCH);
    }
}
