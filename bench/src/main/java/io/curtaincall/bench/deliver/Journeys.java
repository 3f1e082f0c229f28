package io.curtaincall.bench.deliver;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * When each event was reported, accepted and received, by its number. Times are {@code System.nanoTime()} of this
 * process, which both reports and receives; 0 is never.
 */
public final class Journeys {
    private final AtomicLongArray reported;
    private final AtomicLongArray accepted;
    private final AtomicLongArray received;
    private final AtomicIntegerArray receipts;
    private final AtomicInteger used = new AtomicInteger();
    private final AtomicLong acceptedCount = new AtomicLong();
    private final AtomicLong receivedCount = new AtomicLong();

    private final EventText text;

    Journeys(int run, int capacity) {
        this(new EventText(run), capacity);
    }

    public Journeys(EventText text, int capacity) {
        this.text = text;
        reported = new AtomicLongArray(capacity);
        accepted = new AtomicLongArray(capacity);
        received = new AtomicLongArray(capacity);
        receipts = new AtomicIntegerArray(capacity);
    }

    public EventText text() {
        return text;
    }

    /** The first of so many numbers, or -1 when there are no more. */
    public int next(int count) {
        int first = used.getAndAdd(count);
        return first + count <= reported.length() ? first : -1;
    }

    void reported(int number, long at) {
        reported.set(number, at);
    }

    void accepted(int number, long at) {
        accepted.set(number, at);
        acceptedCount.incrementAndGet();
    }

    /** @return whether this is the first receipt of the event */
    public boolean received(int number, long at) {
        if (receipts.incrementAndGet(number) > 1) return false;
        received.set(number, at);
        receivedCount.incrementAndGet();
        return true;
    }

    public long acceptedCount() {
        return acceptedCount.get();
    }

    public long receivedCount() {
        return receivedCount.get();
    }

    public long lost() {
        return numbers()
                .filter(n -> accepted.get(n) != 0 && received.get(n) == 0)
                .count();
    }

    long duplicated() {
        return numbers()
                .map(receipts::get)
                .filter(count -> count > 1)
                .mapToLong(count -> count - 1L)
                .sum();
    }

    long acceptedWithin(Window window) {
        return numbers().filter(n -> window.holds(accepted.get(n))).count();
    }

    long receivedWithin(Window window) {
        return numbers().filter(n -> window.holds(received.get(n))).count();
    }

    /** From the moment the event was due to be reported until its 202 had been read. */
    Latencies reportToAccept(Window window) {
        return latencies(window, reported, accepted);
    }

    /** From the 202 until the callback had been read; a callback that overtakes its 202 counts as 0. */
    Latencies acceptToReceive(Window window) {
        return latencies(window, accepted, received);
    }

    Latencies reportToReceive(Window window) {
        return latencies(window, reported, received);
    }

    /** The same of some events only, within any of several windows. */
    public Latencies reportToReceive(List<Window> windows, IntPredicate counted) {
        LongStream nanos = numbers()
                .filter(counted)
                .filter(n -> received.get(n) != 0)
                .filter(n -> windows.stream().anyMatch(window -> window.holds(reported.get(n))))
                .mapToLong(n -> Math.max(0, received.get(n) - reported.get(n)));
        return new Latencies(nanos);
    }

    private Latencies latencies(Window window, AtomicLongArray from, AtomicLongArray to) {
        LongStream nanos = numbers()
                .filter(n -> window.holds(reported.get(n)) && from.get(n) != 0 && to.get(n) != 0)
                .mapToLong(n -> Math.max(0, to.get(n) - from.get(n)));
        return new Latencies(nanos);
    }

    private IntStream numbers() {
        return IntStream.range(0, Math.min(used.get(), reported.length()));
    }
}
