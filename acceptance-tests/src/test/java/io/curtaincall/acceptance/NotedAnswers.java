package io.curtaincall.acceptance;

import io.curtaincall.bench.running.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every answer that the tests get from the API, in a file: what must stand in none of them is looked for at the end. */
final class NotedAnswers {
    static final Path FILE = Path.of("target", "answers", "all.txt").toAbsolutePath();

    private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();

    private NotedAnswers() {}

    /** Every secret that an answer has shown by design; where it stood it is left out of what is noted. */
    static Set<String> shown() {
        return SHOWN;
    }

    static void begin() {
        try {
            Files.createDirectories(FILE.resolveSibling(""));
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Answers.listen(NotedAnswers::note);
    }

    private static synchronized void note(HttpResponse<String> answer) {
        String all = answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body() + "\n";
        for (String secret : ShownSecrets.in(answer)) {
            SHOWN.add(secret);
            all = all.replace(secret, "(shown)");
        }
        try {
            Files.writeString(FILE, all, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
