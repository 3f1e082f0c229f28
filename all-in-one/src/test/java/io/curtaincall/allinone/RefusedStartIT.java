package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says so in one sentence, ends with 1 and leaves the folder as it was. */
class RefusedStartIT {
    @TempDir
    private Path temp = Path.of("replaced by JUnit");

    @Test
    void a_port_in_use() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(refusal("up", "--port", port, "--data", folder())).isEqualTo(portInUse(port));
            assertThat(refusal("store", "--port", port, "--data", folder())).isEqualTo(portInUse(port));
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void an_unreachable_store() throws Exception {
        String nowhere;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nowhere = "127.0.0.1:" + closed.getLocalPort();
        }

        assertThat(refusal("up", "--port", "0", "--data", folder(), "--store", "mongodb://user:hush@" + nowhere))
                .isEqualTo("curtaincall: the store at " + nowhere + " did not answer within 5 s.");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_data_folder_that_is_a_file() throws Exception {
        Files.writeString(temp.resolve("data"), "mine");

        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("is not a folder");
        assertThat(temp.resolve("data")).hasContent("mine");
    }

    @Test
    void a_data_folder_that_another_process_has_locked() throws Exception {
        try (CurtaincallProcess holder = CurtaincallProcess.run("store", "--port", "0", "--data", folder())) {
            holder.awaitLine("The store is ready");
            Set<String> before = sizes().keySet(); // the holder itself may write on in its own file

            assertThat(refusal("up", "--port", "0", "--data", folder())).contains("in use by another process");
            assertThat(sizes().keySet()).isEqualTo(before);
        }
    }

    @Test
    void a_damaged_store() throws Exception {
        try (CurtaincallProcess first = CurtaincallProcess.run("store", "--port", "0", "--data", folder())) {
            first.awaitLine("The store is ready");
            first.stop();
            first.awaitExit();
        }
        damageEveryFile();
        Map<String, Long> before = sizes();

        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("damaged");
        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void a_store_whose_key_is_gone_or_another() throws Exception {
        try (CurtaincallProcess first = CurtaincallProcess.run("up", "--port", "0", "--data", folder())) {
            first.awaitLine("is ready at");
            first.stop();
            first.awaitExit();
        }
        Files.delete(temp.resolve("data/key"));

        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("CURTAINCALL_KEY");
        assertThat(temp.resolve("data/key")).doesNotExist();

        Map<String, String> another = Map.of("CURTAINCALL_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        assertThat(refusal(another, "up", "--port", "0", "--data", folder())).contains("CURTAINCALL_KEY");
    }

    private String refusal(String... arguments) throws Exception {
        return refusal(Map.of(), arguments);
    }

    private String refusal(Map<String, String> environment, String... arguments) throws Exception {
        try (CurtaincallProcess process = CurtaincallProcess.run(environment, arguments)) {
            assertThat(process.awaitExit()).as(process.output()).isEqualTo(1);
            assertThat(process.output()).hasLineCount(1);
            return process.output();
        }
    }

    private void damageEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.writeString(file, "no store at all\n".repeat(1000));
        }
    }

    private Map<String, Long> sizes() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(temp.relativize(file).toString(), Files.size(file));
            }
        }
        return sizes;
    }

    private String folder() {
        return temp.resolve("data").toString();
    }

    private static String portInUse(String port) {
        return "curtaincall: port " + port + " is in use; choose another with --port.";
    }
}
