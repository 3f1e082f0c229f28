package io.curtaincall.allinone.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a first start makes in the data folder, so that it can be taken back when nothing comes of it. Only for whoever
 * had the embedded store open, which is locked: nobody else can have made these meanwhile, or have used them.
 */
record FirstStart(List<Path> made) {
    /** A folder that holds a store has been started on before: then nothing is taken back. */
    static FirstStart on(HomeFolder home) {
        if (Files.exists(home.store())) return new FirstStart(List.of());
        Path store = home.store();
        Stream<Path> files = Stream.of(
                store.resolve("store.mv"),
                store.resolve("store.synced"),
                home.storeAddress(),
                store,
                home.key(),
                home.credentials());
        Stream<Path> folders = Stream.iterate(home.path(), path -> path != null, Path::getParent);
        return new FirstStart(Stream.concat(files, folders)
                .filter(path -> !Files.exists(path))
                .toList());
    }

    void takeBack(Throwable failure) {
        try {
            for (Path path : made) Files.deleteIfExists(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
