package io.curtaincall.access.recordroot;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders below which accounts may have recorded files looked at: who may name any folder can ask what is on the
 * whole disk. The operator's own hook sources are not bound by them.
 */
public final class RecordRoots {
    private final List<Path> folders;

    private RecordRoots(List<Path> folders) {
        this.folders = folders;
    }

    /** @throws IllegalArgumentException if one is not an absolute path */
    public static RecordRoots of(List<String> folders) {
        return new RecordRoots(folders.stream().map(RecordRoots::folder).toList());
    }

    /** By name alone, since not every process sees the disk. */
    public boolean holdByName(String folder) {
        try {
            Path named = Path.of(folder).normalize();
            return folders.stream().anyMatch(named::startsWith);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** @param folder with every link followed */
    public boolean holdReal(Path folder) {
        return folders.stream().anyMatch(root -> isBelow(folder, root));
    }

    private static boolean isBelow(Path folder, Path root) {
        try {
            return folder.startsWith(root.toRealPath());
        } catch (IOException notHere) {
            return false;
        }
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (folder.isAbsolute()) return folder.normalize();
        throw new IllegalArgumentException("curtaincall.hooks.record-roots: " + text + " is not an absolute path");
    }
}
