package io.curtaincall.embedded.key;

/** Ten ordered bytes per number: the nearest double that is not above it, and what a long has beyond that double. */
final class NumberKey {
    private static final double TWO_TO_63 = 0x1p63;

    private NumberKey() {}

    static void write(Number number, KeyBuffer out) {
        if (number instanceof Long || number instanceof Integer) {
            writeLong(number.longValue(), out);
        } else {
            write(number.doubleValue(), 0, out);
        }
    }

    private static void writeLong(long value, KeyBuffer out) {
        double floor = (double) value;
        // a long beyond 2^53 may be rounded up; the double must not be above it, or order and rest would be wrong
        if (floor == TWO_TO_63 || (long) floor > value) {
            floor = Math.nextDown(floor);
        }
        write(floor, (int) (value - (long) floor), out);
    }

    private static void write(double value, int rest, KeyBuffer out) {
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        out.putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        out.putShort(rest);
    }
}
