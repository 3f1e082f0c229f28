package io.curtaincall.access.recordroot;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where folders that a media server names are found here: as it names them, but for those that are mapped. */
public final class PathMap {
    private final Map<String, String> places;

    private PathMap(Map<String, String> places) {
        this.places = places;
    }

    /** @param places by the names of folders, null for none */
    public static PathMap of(@Nullable Map<String, String> places) {
        return new PathMap(places == null ? Map.of() : places);
    }

    /** Of several folders that hold it the innermost counts. */
    public String here(String folder) {
        try {
            return found(folder);
        } catch (InvalidPathException e) {
            return folder;
        }
    }

    private String found(String folder) {
        Path named = Path.of(folder).normalize();
        return places.entrySet().stream()
                .filter(place -> named.startsWith(Path.of(place.getKey())))
                .max(Comparator.comparing(place -> Path.of(place.getKey()).getNameCount()))
                .map(place -> below(place.getValue(), Path.of(place.getKey()).relativize(named)))
                .orElse(folder);
    }

    private static String below(String place, Path rest) {
        return Path.of(place).resolve(rest).normalize().toString();
    }
}
