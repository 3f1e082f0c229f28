package io.curtaincall.testsupport;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** How a receiver answers one request, well or badly. */
public sealed interface Answer {
    /** A whole, honest answer. */
    record Whole(int status, Map<String, String> headers, String body) implements Answer {}

    /** The answer comes, but only after a while. */
    record Late(Duration after, Answer then) implements Answer {}

    /** The request is read and nothing is ever said; the connection stays open. */
    record Hang() implements Answer {}

    /** The connection is reset once the request is read. */
    record Reset() implements Answer {}

    /** Status and headers come, then the connection is reset within the body. */
    record ResetInBody(int status) implements Answer {}

    /** The body comes one byte at a time. */
    record Drip(int status, int bytes, Duration pause) implements Answer {}

    /** These bytes one at a time, from the first of the head on; one for each ISO 8859-1 character. */
    record Trickle(String bytes, Duration pause) implements Answer {}

    /**
     * A body that is sent for as long as anybody listens.
     *
     * @param length what the head says of it
     * @param sent counts what could be sent of it
     */
    record Flood(int status, long length, AtomicLong sent) implements Answer {}

    /**
     * These bytes, one for each ISO 8859-1 character, and nothing else.
     *
     * @param last whether the connection is closed then, or waits for the next request
     */
    record Raw(String bytes, boolean last) implements Answer {}

    /**
     * These bytes, and after a pause more that nobody asked for; the connection stays open.
     *
     * @param said counted down when all is written
     */
    record Belated(String bytes, Duration pause, String more, CountDownLatch said) implements Answer {}

    static Answer status(int status) {
        return new Whole(status, Map.of(), "");
    }

    static Answer ok() {
        return status(200);
    }

    static Answer withHeader(int status, String name, String value) {
        return new Whole(status, Map.of(name, value), "");
    }

    static Answer withBody(int status, String body) {
        return new Whole(status, Map.of("Content-Type", "text/plain; charset=utf-8"), body);
    }

    static Answer late(Duration after) {
        return new Late(after, ok());
    }

    static Answer hang() {
        return new Hang();
    }

    static Answer reset() {
        return new Reset();
    }

    static Answer raw(String bytes) {
        return new Raw(bytes, true);
    }
}
