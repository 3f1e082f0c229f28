package io.curtaincall.acceptance.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Secrets by a name for each, and where they are found. */
public final class Secrets {
    private final Needles needles = new Needles();
    private final Set<String> names = new LinkedHashSet<>();

    /** @param secret a text; PEM and secrets of Standard Webhooks are looked for as the bytes they stand for, too */
    public Secrets plant(String name, String secret) {
        if (secret.length() < Needles.SHORTEST) {
            throw new IllegalArgumentException(name + " is too short to be looked for");
        }
        names.add(name);
        Forms.of(secret).forEach(form -> needles.add(name, form));
        return this;
    }

    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** The names of those that lie within, in any form. */
    public List<String> in(byte[] bytes) {
        return List.copyOf(needles.in(bytes));
    }

    public List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
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
