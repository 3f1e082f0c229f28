package io.curtaincall.bench.deliver;

import io.curtaincall.testsupport.LiveEvents;
import java.util.List;
import java.util.stream.IntStream;

/** The events of a load as text, made from a few patterns so that making them costs next to nothing. */
public final class EventText {
    static final String DOMAIN = "bench.example.com";
    private static final String HOLE = "#number#";
    private static final int STREAMS = 100;

    private final String mark;
    private final int streams;
    private final List<String[]> patterns;

    /** @param run tells the events of this load from those of another against the same installation */
    EventText(int run) {
        this(run, List.of(DOMAIN));
    }

    /** @param domains taken in turns: number n is about the domain {@code n % domains.size()} */
    public EventText(int run, List<String> domains) {
        mark = "\"bench-" + run + "-";
        streams = Math.ceilDiv(STREAMS, domains.size()) * domains.size();
        patterns = IntStream.range(0, streams)
                .mapToObj(stream -> LiveEvents.fileCompleted(
                                domains.get(stream % domains.size()), "live", "camera-" + stream)
                        .withId("bench-" + run + "-" + HOLE)
                        .json()
                        .split(HOLE, 2))
                .toList();
    }

    String batch(int first, int count) {
        StringBuilder text = new StringBuilder(count * 640).append('[');
        for (int number = first; number < first + count; number++) {
            if (number > first) text.append(',');
            append(text, number);
        }
        return text.append(']').toString();
    }

    String one(int number) {
        StringBuilder text = new StringBuilder(640);
        append(text, number);
        return text.toString();
    }

    private void append(StringBuilder text, int number) {
        String[] pattern = patterns.get(number % streams);
        text.append(pattern[0]).append(number).append(pattern[1]);
    }

    /** The number of the event that a callback's body is about, -1 if it is none of this load. */
    public int numberIn(String body) {
        int at = body.indexOf(mark);
        if (at < 0) return -1;
        int from = at + mark.length();
        return Integer.parseInt(body, from, body.indexOf('"', from), 10);
    }
}
