package io.curtaincall.bench.running;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How {@code ./curtaincall} runs the JVM, without its look at what is stale: tests run in the middle of a build. */
final class JavaCommand {
    private static final List<String> OPTIONS = List.of(
            "-Xms128m",
            "-Xmx512m",
            "-XX:+UseG1GC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:MaxDirectMemorySize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Daxoniq.update-checker.disabled=true",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true");

    private JavaCommand() {}

    static List<String> running(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        if (Runtime.version().feature() >= 23) command.add("--sun-misc-unsafe-memory-access=allow");
        List<String> extra = extraOptions();
        Path jar = jar();
        Path cache = jar.resolveSibling("curtaincall-" + System.getProperty("java.version") + ".aot");
        if (Files.isRegularFile(cache) && extra.stream().noneMatch(option -> option.startsWith("-XX:AOT"))) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off"));
        }
        command.addAll(extra);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    private static List<String> extraOptions() {
        String extra = System.getenv("CURTAINCALL_JAVA_OPTS");
        return extra == null || extra.isBlank()
                ? List.of()
                : List.of(extra.strip().split("\\s+"));
    }

    /** The jar of this build: next door of the folder that the build, or the bench's own jar, is in. */
    private static Path jar() {
        for (Path folder = whereThisIs(); folder != null; folder = folder.getParent()) {
            Path jar = folder.resolve("all-in-one/target/curtaincall.jar");
            if (Files.isRegularFile(jar)) return jar;
        }
        throw new IllegalStateException("all-in-one/target/curtaincall.jar is not built; run: mvn package");
    }

    private static Path whereThisIs() {
        return Path.of(JavaCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}
