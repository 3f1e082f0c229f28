package io.curtaincall.acceptance.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Secrets by a name for each, and where they are found. */
public final class Secrets {
    /** Less would be found by chance. */
    private static final int SHORTEST = 8;

    private final Map<String, Set<String>> forms = new LinkedHashMap<>();

    public Secrets plant(String name, String secret) {
        if (secret.length() < SHORTEST) throw new IllegalArgumentException(name + " is too short to be looked for");
        forms.put(name, Forms.of(secret));
        return this;
    }

    public Set<String> names() {
        return Set.copyOf(forms.keySet());
    }

    /** The names of those that lie within, in any form. */
    public List<String> in(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        forms.forEach((name, all) -> {
            if (all.stream().anyMatch(text::contains)) found.add(name);
        });
        return found;
    }

    /** The same for all files below a folder: each with what was found in it. */
    public List<String> below(Path folder, Set<String> exceptFilesNamed) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !exceptFilesNamed.contains(String.valueOf(file.getFileName())))
                    .flatMap(file -> in(bytes(file)).stream().map(name -> name + " in " + folder.relativize(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
