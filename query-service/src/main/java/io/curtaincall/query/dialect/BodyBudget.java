package io.curtaincall.query.dialect;

/**
 * How much of bodies one page may tell, so that its size does not follow from what receivers like to answer. Rows are
 * told in order, so the same page is always shortened in the same places, and the newest last.
 */
final class BodyBudget {
    /** A body of up to so many characters is told whole on any page. */
    static final int ALWAYS_TOLD = 2_048;

    /** So many characters the longer bodies of a page may have together. */
    static final int IN_ALL = 4 * 1024 * 1024;

    private int left = IN_ALL;

    /** The body, or its beginning and how long it is. */
    String fit(String body) {
        if (body.length() <= ALWAYS_TOLD) return body;
        if (body.length() > left) return beginning(body) + "... (shortened, " + body.length() + " characters in all)";
        left -= body.length();
        return body;
    }

    private static String beginning(String body) {
        boolean splitsPair = Character.isHighSurrogate(body.charAt(ALWAYS_TOLD - 1));
        return body.substring(0, splitsPair ? ALWAYS_TOLD - 1 : ALWAYS_TOLD);
    }
}
