package io.curtaincall.acceptance.planted;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** A text in every form in which it may lie within bytes. */
final class Forms {
    private Forms() {}

    static Set<String> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add(new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            forms.add(within(Base64.getEncoder(), bytes, before));
            forms.add(within(Base64.getUrlEncoder(), bytes, before));
        }
        return forms;
    }

    /** Those characters of the base64 of something longer that depend on these bytes alone. */
    private static String within(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] longer = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, longer, before, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(longer);
        int from = before == 0 ? 0 : before + 1;
        return encoded.substring(from, longer.length * 8 / 6);
    }
}
