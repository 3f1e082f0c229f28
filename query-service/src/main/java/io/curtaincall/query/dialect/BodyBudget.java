package io.curtaincall.query.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of bodies and of receivers' headers one page may tell, so that its size does not follow from what receivers
 * like to answer. Rows are told in order, so the same page is always shortened in the same places, and the newest last.
 */
final class BodyBudget {
    /** A body, or all headers of an answer, of up to so many characters is told whole on any page. */
    static final int ALWAYS_TOLD = 2_048;

    /** So many characters the longer ones of a page may have together. */
    static final int IN_ALL = 4 * 1024 * 1024;

    private int left = IN_ALL;

    /** The body, or its beginning and how long it is. */
    String fit(String body) {
        return take(body.length()) ? body : beginning(body, ALWAYS_TOLD) + shortened(body.length());
    }

    /** The headers; or as many of them, the last one marked and shortened, without those that follow it. */
    Map<String, String> fit(Map<String, String> headers) {
        int length = headers.entrySet().stream().mapToInt(BodyBudget::length).sum();
        return take(length) ? headers : beginning(headers, length);
    }

    /** @return whether so much may be told */
    private boolean take(int length) {
        if (length <= ALWAYS_TOLD) return true;
        if (length > left) return false;
        left -= length;
        return true;
    }

    private static Map<String, String> beginning(Map<String, String> headers, int length) {
        Map<String, String> told = new LinkedHashMap<>();
        int room = ALWAYS_TOLD;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (length(header) > room) {
                String name = beginning(header.getKey(), ALWAYS_TOLD);
                told.put(name, beginning(header.getValue(), Math.max(0, room - name.length())) + shortened(length));
                break;
            }
            told.put(header.getKey(), header.getValue());
            room -= length(header);
        }
        return told;
    }

    private static int length(Map.Entry<String, String> header) {
        return header.getKey().length() + header.getValue().length();
    }

    private static String shortened(int length) {
        return "... (shortened, " + length + " characters in all)";
    }

    private static String beginning(String text, int most) {
        if (text.length() <= most) return text;
        boolean splitsPair = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splitsPair ? most - 1 : most);
    }
}
