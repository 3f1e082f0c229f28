package io.curtaincall.dialects.volcengine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer repeats of its request. */
record Heading(String action, String version, String region) {
    static final String USUAL_REGION = "cn-north-1";
    static final Heading NOTHING_READ = new Heading("", "", USUAL_REGION);
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z0-9]{1,64})(?:&|$)");
    private static final Pattern VERSION = Pattern.compile("(?:^|&)Version=([0-9-]{1,10})(?:&|$)");

    /** For a request that could not be read. */
    static Heading guess(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) return NOTHING_READ;
        return new Heading(first(ACTION, query), first(VERSION, query), USUAL_REGION);
    }

    private static String first(Pattern pattern, String query) {
        Matcher matcher = pattern.matcher(query);
        return matcher.find() ? matcher.group(1) : "";
    }
}
