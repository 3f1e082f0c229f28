package io.curtaincall.bench.hostile;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a dispatch process says of its own load, and the most it has said. */
final class Gauges {
    private static final Pattern IN_FLIGHT = gauge("in_flight");
    private static final Pattern IN_HAND = gauge("in_hand");

    private final Installation installation;
    private final CurtaincallApi operator;
    private long mostInFlight;
    private long mostInHand;

    Gauges(Installation installation) {
        this.installation = installation;
        this.operator = installation.asOperator();
    }

    private static Pattern gauge(String name) {
        return Pattern.compile("(?m)^curtaincall_callback_" + name + "(?:\\{[^}]*})? ([0-9.E]+)$");
    }

    void look() {
        String metrics =
                operator.get(installation.dispatch(), "/actuator/prometheus").text();
        mostInFlight = Math.max(mostInFlight, value(IN_FLIGHT, metrics));
        mostInHand = Math.max(mostInHand, value(IN_HAND, metrics));
    }

    private static long value(Pattern gauge, String metrics) {
        Matcher matcher = gauge.matcher(metrics);
        return matcher.find() ? (long) Double.parseDouble(matcher.group(1)) : 0;
    }

    long mostInFlight() {
        return mostInFlight;
    }

    long mostInHand() {
        return mostInHand;
    }
}
