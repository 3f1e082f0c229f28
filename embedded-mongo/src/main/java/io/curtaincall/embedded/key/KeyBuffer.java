package io.curtaincall.embedded.key;

import java.util.Arrays;

/** A growing byte array for keys that are compared as unsigned bytes. */
final class KeyBuffer {
    private byte[] bytes = new byte[48];
    private int length;

    int length() {
        return length;
    }

    void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    void put(byte[] values) {
        while (length + values.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(values, 0, bytes, length, values.length);
        length += values.length;
    }

    void putShort(int value) {
        put(value >>> 8);
        put(value);
    }

    void putInt(int value) {
        putShort(value >>> 16);
        putShort(value);
    }

    void putLong(long value) {
        putInt((int) (value >>> 32));
        putInt((int) value);
    }

    /** Flipped bytes sort the other way round. */
    void flipFrom(int start) {
        for (int i = start; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
