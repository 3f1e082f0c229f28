package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchServiceApplication;
import io.curtaincall.embedded.EmbeddedMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says so in one sentence, ends with 1 and leaves the folder as it was. */
class RefusedStartIT {
    private static final String ANOTHER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

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

        assertThat(refusal(
                        "up",
                        "--port",
                        "0",
                        "--data",
                        folder(),
                        "--store",
                        "mongodb://user:hush@" + nowhere + "/?bogus=1"))
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
            await().until(() -> Files.exists(temp.resolve("data/store/store.synced"))); // the last the holder makes
            Set<String> before = sizes().keySet(); // the holder itself may write on in its own files

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
        Path key = temp.resolve("data/key");
        Files.delete(key);
        Map<String, Integer> before = contents();

        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("CURTAINCALL_KEY");
        Map<String, String> another = Map.of("CURTAINCALL_KEY", ANOTHER_KEY);
        assertThat(refusal(another, "up", "--port", "0", "--data", folder()))
                .contains("CURTAINCALL_KEY is not the key");
        assertThat(contents()).isEqualTo(before);

        Files.writeString(key, "c2hvcnQ=");
        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("data/key is damaged");
        Files.delete(key);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_store_that_was_emptied_beside_what_belongs_to_it() throws Exception {
        Files.createDirectories(temp.resolve("data/store"));
        Files.createFile(temp.resolve("data/store/store.mv"));
        Files.writeString(temp.resolve("data/credentials.json"), "{}");
        Map<String, Integer> before = contents();

        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("damaged");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_store_folder_that_is_a_file() throws Exception {
        Files.createDirectories(temp.resolve("data"));
        Files.writeString(temp.resolve("data/store"), "mine");

        assertThat(refusal("up", "--port", "0", "--data", folder())).contains("data/store", "it is not a folder");
        assertThat(temp.resolve("data/store")).hasContent("mine");
    }

    @Test
    void a_key_that_is_none_on_a_folder_that_is_not_there_yet() throws Exception {
        Map<String, String> none = Map.of("CURTAINCALL_KEY", "abc");

        assertThat(refusal(none, "up", "--port", "0", "--data", folder())).contains("not 32 bytes in base64");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void an_address_of_another_machine() throws Exception {
        assertThat(refusal("up", "--port", "0", "--bind", "192.0.2.1", "--data", folder()))
                .isEqualTo("curtaincall: 192.0.2.1 is not an address of this machine; choose another with --bind.");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_setting_that_cannot_be_read() throws Exception {
        assertThat(refusal("up", "--port", "0", "--data", folder(), "--set", "curtaincall.accounts.domains=foo"))
                .isEqualTo("curtaincall: the setting curtaincall.accounts.domains cannot be 'foo';"
                        + " it can be first-use, assigned.");
        assertThat(refusal("up", "--port", "0", "--data", folder(), "--set", "server.tomcat.max-connections=abc"))
                .contains("the setting server.tomcat.max-connections cannot be 'abc'");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void a_key_of_ones_own_beside_a_store_that_others_have_written() throws Exception {
        try (CurtaincallProcess store = CurtaincallProcess.run("store", "--port", "0", "--data", folder())) {
            String uri = store.awaitLine("The store is ready").replaceAll(".*(mongodb://\\S+).*", "$1");
            String other = temp.resolve("other").toString();
            try (CurtaincallProcess query = up(uri, "query", other)) {
                assertThat(query.awaitLine("try")).endsWith("/actuator/health");
                assertThat(query.awaitLine("credentials")).doesNotContain(other);
                assertThat(temp.resolve("other")).doesNotExist();
            }
            try (CurtaincallProcess config = up(uri, "config", folder())) {
                config.awaitLine("is ready at");
            }
            Map<String, String> another = Map.of("CURTAINCALL_KEY", ANOTHER_KEY);
            String[] dispatch = {"up", "--port", "0", "--services", "dispatch", "--store", uri, "--data", other};
            assertThat(refusal(another, dispatch)).contains("CURTAINCALL_KEY is not the key");
            assertThat(refusal(dispatch)).contains("put the key file back at " + other);
            assertThat(temp.resolve("other")).doesNotExist();
        }
    }

    @Test
    void a_service_with_a_main_of_its_own_tells_the_same_sentences_and_makes_its_key_itself() throws Exception {
        String data = "--curtaincall.data=" + folder();
        String nowhere = "--spring.mongodb.uri=mongodb://127.0.0.1:1/curtaincall";
        try (CurtaincallProcess refused =
                CurtaincallProcess.run(DispatchServiceApplication.class, Map.of(), nowhere, data)) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.output()).endsWith("curtaincall: the store at 127.0.0.1:1 did not answer within 5 s.");
            assertThat(refused.output()).doesNotContain("\tat ");
        }
        try (EmbeddedMongo store = EmbeddedMongo.inMemory()) {
            String there = "--spring.mongodb.uri=" + store.uri();
            try (CurtaincallProcess dispatch = CurtaincallProcess.run(
                    DispatchServiceApplication.class, Map.of(), there, data, "--server.port=0")) {
                dispatch.awaitLine("Made the key that seals all secrets: " + folder());
            }
        }
    }

    private static CurtaincallProcess up(String store, String service, String folder) throws IOException {
        return CurtaincallProcess.run("up", "--port", "0", "--services", service, "--store", store, "--data", folder);
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

    /** What is in each file, as the hash of its bytes. */
    private Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (String name : sizes().keySet()) {
            contents.put(name, Arrays.hashCode(Files.readAllBytes(temp.resolve(name))));
        }
        return contents;
    }

    private String folder() {
        return temp.resolve("data").toString();
    }

    private static String portInUse(String port) {
        return "curtaincall: port " + port + " is in use; choose another with --port.";
    }
}
