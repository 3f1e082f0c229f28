package io.curtaincall.dialects.wire;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as the signatures want it, and as queries and forms come: {@code +} and {@code %20} are spaces. */
public final class Percent {
    private Percent() {}

    /** Keeps {@code A-Za-z0-9-_.~} only. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /**
     * @param text one character for each byte
     * @throws IllegalArgumentException if an escape is broken or the bytes are no UTF-8
     */
    public static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(16 * digit(text, i + 1) + digit(text, i + 2));
                i += 2;
            } else bytes.write(c == '+' ? ' ' : c);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken();
        }
    }

    private static int digit(String text, int at) {
        int value = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
        if (value < 0 || text.charAt(at) > 'f') throw broken();
        return value;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("broken percent-encoding");
    }
}
