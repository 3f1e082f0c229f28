package io.curtaincall.dialects.huawei;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an operation is; whether a slash follows does not matter. */
final class Route {
    private static final String PROJECT = "project";
    private static final String ID = "id";

    private final Pattern pattern;
    private final boolean hasProject;
    private final boolean hasId;

    /** @param template such as {@code /v1/{project_id}/things/{id}} */
    Route(String template) {
        hasProject = template.contains("{project_id}");
        hasId = template.contains("{id}");
        pattern = Pattern.compile(
                template.replace("{project_id}", "(?<project>[^/]+)").replace("{id}", "(?<id>.+?)") + "/?");
    }

    /** What stood in the path, empty where the template has none. */
    record Places(String project, String id) {}

    boolean covers(String path) {
        return pattern.matcher(path).matches();
    }

    Optional<Places> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(new Places(
                hasProject ? ApiRequestReader.decodedPath(matcher.group(PROJECT)) : "",
                hasId ? ApiRequestReader.decodedPath(matcher.group(ID)) : ""));
    }
}
