package io.curtaincall.config.firstrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FirstRunIT {
    private static final JsonMapper JSON = new JsonMapper();

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final Ground ground = new Ground(store);

    @TempDir
    private Path root = Path.of("replaced by JUnit");

    private Path folder = root;

    @BeforeEach
    void a_folder_that_is_not_there_yet() {
        folder = root.resolve("data");
    }

    @AfterEach
    void stop() {
        ground.close();
        store.close();
    }

    @Test
    void the_first_start_issues_credentials_into_a_file_of_its_owner_alone() throws Exception {
        ground.firstRun(folder).run();
        String text = Files.readString(file());
        assertThat(text)
                .matches(
                        "\\{\"operatorToken\":\"cco_[^\"]+\",\"account\":\\{\"id\":\"demo\",\"token\":\"cct_[^\"]+\","
                                + "\"accessKeyId\":\"[^\"]+\",\"accessKeySecret\":\"[^\"]+\",\"projectId\":\"[0-9a-f]{32}\"}}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly("credentials.json");
        assertIssued(text);
    }

    @Test
    void the_second_start_changes_nothing() throws Exception {
        ground.firstRun(folder).run();
        String text = Files.readString(file());
        ground.firstRun(folder).run();
        assertThat(Files.readString(file())).isEqualTo(text);
        Files.delete(file());
        ground.firstRun(folder).run();
        assertThat(files()).isEmpty();
    }

    @Test
    void where_the_file_cannot_be_written_nothing_is_issued() throws Exception {
        Files.writeString(root.resolve("file"), "in the way");
        assertThatThrownBy(() -> ground.firstRun(root.resolve("file/data")).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot write ")
                .hasMessageEndingWith("so nothing is issued");
        assertThat(ground.issue().issuedHash()).isEmpty();
    }

    @Test
    void a_death_before_the_append_leaves_a_draft_that_the_next_start_replaces() throws Exception {
        Credentials lost = ground.issue().draw();
        new CredentialsFile(folder).draft("lost", JSON.writeValueAsBytes(lost));
        ground.firstRun(folder).run();
        assertThat(files()).containsExactly("credentials.json");
        assertThat(Files.readString(file())).doesNotContain(lost.operatorToken());
        assertIssued(Files.readString(file()));
    }

    @Test
    void a_death_between_append_and_rename_is_healed_by_the_next_start() throws Exception {
        Credentials issued = ground.issue().draw();
        CredentialsFile draftBeside = new CredentialsFile(folder);
        draftBeside.draft("issued", JSON.writeValueAsBytes(issued));
        draftBeside.draft("torn", "{\"operatorTok".getBytes(UTF_8));
        draftBeside.draft("other", JSON.writeValueAsBytes(ground.issue().draw()));
        ground.issue().append(issued);
        ground.firstRun(folder).run();
        assertThat(files()).containsExactly("credentials.json");
        assertThat(JSON.readValue(Files.readString(file()), Credentials.class)).isEqualTo(issued);
    }

    @Test
    void credentials_of_another_store_are_kept_beside_the_new_ones() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(file(), "of another store");
        ground.firstRun(folder).run();
        assertIssued(Files.readString(file()));
        assertThat(files()).hasSize(2);
        String old = files().stream()
                .filter(name -> name.startsWith("credentials.json.old-"))
                .findFirst()
                .orElseThrow();
        assertThat(folder.resolve(old)).hasContent("of another store");
    }

    @Test
    void of_two_processes_with_folders_of_their_own_one_issues() throws Exception {
        Path otherFolder = root.resolve("other");
        try (Ground other = new Ground(store)) {
            both(() -> run(ground.firstRun(folder)), () -> run(other.firstRun(otherFolder)));
        }
        assertThat(Stream.of(folder, otherFolder)
                        .map(it -> it.resolve("credentials.json"))
                        .filter(Files::exists))
                .singleElement()
                .satisfies(written -> assertIssued(Files.readString(written)));
        assertThat(files(otherFolder).size() + files().size()).isEqualTo(1);
    }

    @Test
    void of_two_processes_on_one_folder_one_issues_and_the_file_is_true() throws Exception {
        try (Ground other = new Ground(store)) {
            both(() -> run(ground.firstRun(folder)), () -> run(other.firstRun(folder)));
        }
        assertThat(files()).containsExactly("credentials.json");
        assertIssued(Files.readString(file()));
    }

    private static Boolean run(FirstRun firstRun) throws InterruptedException {
        firstRun.run();
        return true;
    }

    private static void both(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(one, other)))
                assertThat(done.get()).isTrue();
        }
    }

    private void assertIssued(String text) {
        JsonNode credentials = JSON.readTree(text);
        String operatorHash = Hashes.sha256Hex(credentials.at("/operatorToken").stringValue());
        assertThat(ground.issue().issuedHash()).contains(operatorHash);
        String demoHash = Hashes.sha256Hex(credentials.at("/account/token").stringValue());
        await().untilAsserted(() -> assertThat(ground.directory().credentials().token(demoHash))
                .hasValueSatisfying(token -> assertThat(token.accountId()).isEqualTo(new AccountId("demo"))));
        assertThat(ground.directory().credentials().token(operatorHash))
                .hasValueSatisfying(token -> assertThat(token.grant()).isEqualTo(Grant.OPERATOR));
    }

    private Path file() {
        return folder.resolve("credentials.json");
    }

    private List<String> files() throws IOException {
        return files(folder);
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
