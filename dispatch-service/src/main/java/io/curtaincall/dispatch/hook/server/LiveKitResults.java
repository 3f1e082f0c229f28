package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an egress has left behind. Older servers fill only the fields for a single result, newer ones the lists beside them
 * too, where the same results stand.
 *
 * @param ofRecording whether the egress makes files at all, and does not only send on or take pictures
 */
record LiveKitResults(boolean ofRecording, List<Map<String, String>> files) {
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+://.+");

    static LiveKitResults of(JsonNode egress) {
        List<JsonNode> files = listed(egress.path("fileResults"), egress.path("file"));
        List<JsonNode> segments = listed(egress.path("segmentResults"), egress.path("segments"));
        boolean others =
                !listed(egress.path("streamResults"), egress.path("stream")).isEmpty()
                        || !egress.path("imageResults").isEmpty();
        List<Map<String, String>> results = new ArrayList<>();
        files.forEach(file -> add(file, "filename", "location", "", results));
        segments.forEach(playlist -> add(playlist, "playlistName", "playlistLocation", "hls", results));
        return new LiveKitResults(!others || !files.isEmpty() || !segments.isEmpty(), List.copyOf(results));
    }

    private static List<JsonNode> listed(JsonNode list, JsonNode alone) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        if (all.isEmpty() && alone.isObject()) all.add(alone);
        return all;
    }

    /** Zero is left out of the JSON: a result without a size is nothing. */
    private static void add(
            JsonNode result, String name, String location, String recorder, List<Map<String, String>> results) {
        Map<String, String> fields = new HashMap<>(JsonFields.of(result, List.of("size", "duration")));
        String place = place(JsonFields.text(result, location), JsonFields.text(result, name));
        if (place.isEmpty() || !result.path("size").asText("0").matches("[1-9][0-9]*")) return;
        fields.put("place", place);
        fields.put("recorder", recorder);
        copy(result, "startedAt", "fileStartedAt", fields);
        copy(result, "endedAt", "fileEndedAt", fields);
        // A playlist names other files, which nobody vouches for.
        boolean local = place.startsWith("/") && recorder.isEmpty();
        if (!local) fields.put("elsewhere", "true");
        results.add(fields);
    }

    /** Without what could let somebody in: the query, where signatures stand, and a user's name and password. */
    private static String place(String location, String name) {
        if (!ADDRESS.matcher(location).matches()) return location.startsWith("/") ? location : name;
        return location.replaceFirst("[?#].*", "").replaceFirst("://[^/@]*@", "://");
    }

    private static void copy(JsonNode result, String from, String to, Map<String, String> fields) {
        String text = result.path(from).asText("");
        if (!text.isEmpty()) fields.put(to, text);
    }
}
