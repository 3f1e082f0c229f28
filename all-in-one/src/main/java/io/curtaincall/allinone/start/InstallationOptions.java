package io.curtaincall.allinone.start;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the person who starts the services decides.
 *
 * @param store a MongoDB URI; without it the embedded store is opened in the data folder
 * @param settings settings of docs/operations.md, above those of environment and files
 */
public record InstallationOptions(
        InetSocketAddress listen,
        Path folder,
        Set<Door> doors,
        @Nullable String store,
        List<String> allowEgress,
        Map<String, String> settings) {
    boolean opensSecrets() {
        return doors.stream().anyMatch(Door::opensSecrets);
    }
}
