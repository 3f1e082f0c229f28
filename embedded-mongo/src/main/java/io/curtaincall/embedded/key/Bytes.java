package io.curtaincall.embedded.key;

import java.util.Arrays;

/** Unsigned comparison of byte keys. */
public final class Bytes {
    private Bytes() {}

    public static int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    public static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
