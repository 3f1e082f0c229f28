package io.curtaincall.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The shell blocks of one section of the README, as they stand there. */
record Readme(List<String> blocks) {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    static Readme section(String title) {
        try {
            String text = Files.readString(Path.of("..", "README.md"));
            int from = text.indexOf("\n## " + title + "\n");
            if (from < 0) throw new IllegalStateException("the README has no section " + title);
            int to = text.indexOf("\n## ", from + 1);
            String section = to < 0 ? text.substring(from) : text.substring(from, to);
            return new Readme(BLOCK.matcher(section)
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first block that holds the text. */
    String blockWith(String text) {
        return blocks.stream().filter(block -> block.contains(text)).findFirst().orElseThrow();
    }
}
