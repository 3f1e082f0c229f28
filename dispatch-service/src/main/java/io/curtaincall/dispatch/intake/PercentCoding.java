package io.curtaincall.dispatch.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986, once there and once back. */
public final class PercentCoding {
    private static final String UNRESERVED = "-._~";
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private PercentCoding() {}

    /** Every byte that is not unreserved is escaped. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) encoded.append(c);
            else encoded.append('%').append(DIGITS[c >> 4]).append(DIGITS[c & 15]);
        }
        return encoded.toString();
    }

    /** What is no escape stays as it is; what is not UTF-8 afterwards is replaced. */
    public static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #decode(String)}, of raw bytes. */
    public static String decode(byte[] bytes) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            if (escaped < 0) decoded.write(bytes[i]);
            else {
                decoded.write(escaped);
                i += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : (h << 4) | l;
    }

    private static boolean isUnreserved(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
