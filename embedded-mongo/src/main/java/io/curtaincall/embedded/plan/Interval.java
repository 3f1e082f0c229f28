package io.curtaincall.embedded.plan;

import io.curtaincall.embedded.key.Bytes;

/**
 * Keys from {@code low} (inclusive) to {@code high} (exclusive).
 *
 * @param fixed how many leading bytes all of them share by the query's points
 */
@SuppressWarnings("ArrayRecordComponent") // keys are never changed once written
public record Interval(byte[] low, byte[] high, int fixed) {
    boolean isEmpty() {
        return Bytes.compare(low, high) >= 0;
    }
}
