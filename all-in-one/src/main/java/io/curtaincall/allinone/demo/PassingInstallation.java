package io.curtaincall.allinone.demo;

import io.curtaincall.allinone.start.Door;
import io.curtaincall.allinone.start.Installation;
import io.curtaincall.allinone.start.InstallationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** An installation that lives as long as the demo and may call nobody but the demo's receiver. */
public final class PassingInstallation implements AutoCloseable {
    private final Path folder;
    private final Installation installation;

    private PassingInstallation(Path folder, Installation installation) {
        this.folder = folder;
        this.installation = installation;
    }

    public static PassingInstallation start(int receiverPort) throws IOException {
        System.setProperty("curtaincall.log", "ERROR"); // the stage is the demo's; read by logback.xml
        Path folder = Files.createTempDirectory("curtaincall-demo");
        // A demo that is interrupted still leaves no folder behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return new PassingInstallation(folder, Installation.start(options(folder, receiverPort)));
    }

    private static InstallationOptions options(Path folder, int receiverPort) {
        return new InstallationOptions(
                new InetSocketAddress("127.0.0.1", 0),
                folder,
                EnumSet.allOf(Door.class),
                null,
                List.of("127.0.0.1/32:" + receiverPort),
                Map.of("logging.level.io.curtaincall", "ERROR"));
    }

    public URI address() {
        return installation.address();
    }

    public Credentials credentials() {
        return Credentials.read(installation.credentials());
    }

    @Override
    public void close() {
        installation.close();
        remove(folder);
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
