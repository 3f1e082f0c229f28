package io.curtaincall.acceptance.planted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret in every form in which it may lie within bytes; each is one character for each byte. */
final class Forms {
    /** A part of PEM: any line of the base64, however long, is a part of the key. */
    private static final Pattern PEM = Pattern.compile("-----BEGIN [^-]+-----([^-]+)-----END [^-]+-----");

    private static final Pattern STANDARD_WEBHOOKS = Pattern.compile("wh(?:sec|sk)_(.+)");
    private static final int SHORTEST_LINE = 16;

    private Forms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        for (String text : texts(secret)) addText(forms, text);
        for (byte[] bytes : encodedWithin(secret)) addBytes(forms, bytes);
        return forms;
    }

    /** The whole, and what of it says as much: the base64 behind a prefix, the lines of PEM and what they are in one. */
    private static List<String> texts(String secret) {
        List<String> texts = new ArrayList<>(List.of(secret));
        Matcher webhooks = STANDARD_WEBHOOKS.matcher(secret);
        if (webhooks.matches()) texts.add(webhooks.group(1));
        Matcher pem = PEM.matcher(secret);
        if (pem.find()) {
            texts.add(pem.group(1).replaceAll("\\s", ""));
            pem.group(1).lines().filter(line -> line.length() >= SHORTEST_LINE).forEach(texts::add);
        }
        return texts;
    }

    private static List<byte[]> encodedWithin(String secret) {
        List<byte[]> all = new ArrayList<>();
        Matcher webhooks = STANDARD_WEBHOOKS.matcher(secret);
        if (webhooks.matches()) all.add(Base64.getDecoder().decode(webhooks.group(1)));
        Matcher pem = PEM.matcher(secret);
        if (pem.find()) all.add(Base64.getMimeDecoder().decode(pem.group(1)));
        return all;
    }

    private static void addText(Set<String> forms, String text) {
        addBytes(forms, text.getBytes(UTF_8));
        String inJson = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        forms.add(bytes(inJson.getBytes(UTF_8)));
        forms.add(bytes(inJson.replace("/", "\\/").getBytes(UTF_8)));
        String inUrl = URLEncoder.encode(text, UTF_8);
        forms.add(inUrl);
        forms.add(inUrl.replace("+", "%20"));
        forms.add(bytes(text.getBytes(UTF_16LE)));
        forms.add(bytes(text.getBytes(UTF_16BE)));
    }

    private static void addBytes(Set<String> forms, byte[] bytes) {
        forms.add(bytes(bytes));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            forms.add(within(Base64.getEncoder(), bytes, before));
            forms.add(within(Base64.getUrlEncoder(), bytes, before));
        }
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
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
