package io.curtaincall.acceptance;

import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * One installation of each shape, started when first asked for and shared by all tests: each test keeps to a domain of
 * its own. When a test fails, what the processes have said is printed.
 */
final class Installations implements BeforeAllCallback, TestWatcher {
    static final Path FOLDER = Path.of("target", "installations").toAbsolutePath();
    /** Retries that a test can wait for, times that a busy machine keeps, and files that accounts may have looked at. */
    private static final String[] SETTINGS = {
        "dispatch.sending.deadline=15s",
        "dispatch.delivery.quick-wait=200ms",
        "dispatch.delivery.schedule=1s,1s,1s,1s,2s,2s,2s,2s,5s,5s,5s,5s",
        "dispatch.hooks.grace=1s",
        "curtaincall.hooks.record-roots=" + FOLDER
    };

    private static final int LINES = 150;
    private static final Map<Shape, Installation> STARTED = new EnumMap<>(Shape.class);

    private static final Map<Shape, RuntimeException> FAILED = new EnumMap<>(Shape.class);

    static {
        NotedAnswers.begin();
    }

    /** What has failed to start once is not tried again for every test. */
    static synchronized Installation of(Shape shape) {
        RuntimeException failure = FAILED.get(shape);
        if (failure != null) throw new IllegalStateException(shape + " has failed to start before", failure);
        try {
            return STARTED.computeIfAbsent(shape, it -> start(it, it.name().toLowerCase(Locale.ROOT)));
        } catch (RuntimeException e) {
            FAILED.put(shape, e);
            throw e;
        }
    }

    /** One more, for a test that cannot share. */
    static Installation start(Shape shape, String name) {
        return Installation.start(shape, freshFolder(name), SETTINGS);
    }

    /** A folder below the build's own, so that logs can still be read when all is over. */
    static Path freshFolder(String name) {
        Path folder = FOLDER.resolve(name);
        try {
            if (Files.exists(folder)) {
                try (var paths = Files.walk(folder)) {
                    for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
        store.computeIfAbsent(Installations.class, key -> (AutoCloseable) Installations::stopAll);
    }

    private static synchronized void stopAll() {
        STARTED.values().forEach(Installation::close);
        STARTED.clear();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        STARTED.values().forEach(installation -> System.err.println(lastLines(installation.said())));
    }

    private static String lastLines(String text) {
        String[] lines = text.split("\n");
        int from = Math.max(0, lines.length - LINES);
        return String.join("\n", Arrays.asList(lines).subList(from, lines.length));
    }
}
