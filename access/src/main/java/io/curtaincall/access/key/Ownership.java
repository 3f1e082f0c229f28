package io.curtaincall.access.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file is, to be handed on to those beside it: root may say 'rekey', and the services must read what it leaves.
 *
 * @param permissions of a file, null of a folder
 */
public record Ownership(
        UserPrincipal owner, GroupPrincipal group, @Nullable Set<PosixFilePermission> permissions) {

    /** @return null where files have no owners */
    public static @Nullable Ownership of(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) return null;
        PosixFileAttributes read = view.readAttributes();
        return new Ownership(read.owner(), read.group(), read.isDirectory() ? null : read.permissions());
    }

    /** @throws IOException if it may not be given away */
    public void giveTo(Path path) throws IOException {
        PosixFileAttributeView view = Objects.requireNonNull(
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS),
                "files here have owners");
        PosixFileAttributes before = view.readAttributes();
        // the owner last: who has given a file away may change nothing of it any more
        if (permissions != null && !permissions.equals(before.permissions())) view.setPermissions(permissions);
        if (!group.equals(before.group())) view.setGroup(group);
        if (!owner.equals(before.owner())) view.setOwner(owner);
    }

    /** Makes a file of a folder its own people's if that is allowed, as it is to root only. */
    public static void handOn(Path folder, Path file) {
        try {
            Ownership ownership = of(folder);
            if (ownership != null) ownership.giveTo(file);
        } catch (IOException notRoot) {
            return; // it stays with who made it
        }
    }
}
