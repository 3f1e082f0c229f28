package io.curtaincall.acceptance.planted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many texts that are looked for at once, by the first eight bytes of each: a haystack is walked through once. */
final class Needles {
    static final int SHORTEST = 8;
    private static final int SLOTS = 1 << 20;

    private final Map<Long, List<Needle>> byHead = new HashMap<>();
    private final BitSet heads = new BitSet(SLOTS);

    /** @param text one character for each byte */
    private record Needle(String name, String text) {
        boolean isAt(byte[] haystack, int from) {
            if (from + text.length() > haystack.length) return false;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != (haystack[from + i] & 0xff)) return false;
            }
            return true;
        }
    }

    /** @param text one character for each byte, at least {@link #SHORTEST} of them */
    void add(String name, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        if (bytes.length < SHORTEST) throw new IllegalArgumentException(name + " is too short to be looked for");
        long head = 0;
        for (int i = 0; i < SHORTEST; i++) head = pushed(head, bytes[i]);
        heads.set(slot(head));
        byHead.computeIfAbsent(head, key -> new ArrayList<>()).add(new Needle(name, text));
    }

    /** The names of those that lie within. */
    Set<String> in(byte[] haystack) {
        Set<String> found = new LinkedHashSet<>();
        long window = 0;
        for (int i = 0; i < haystack.length; i++) {
            window = pushed(window, haystack[i]);
            if (i < SHORTEST - 1 || !heads.get(slot(window))) continue;
            for (Needle needle : byHead.getOrDefault(window, List.of())) {
                if (needle.isAt(haystack, i - SHORTEST + 1)) found.add(needle.name());
            }
        }
        return found;
    }

    private static long pushed(long window, byte next) {
        return (window << Byte.SIZE) | (next & 0xff);
    }

    private static int slot(long head) {
        return (int) ((head * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 20));
    }
}
