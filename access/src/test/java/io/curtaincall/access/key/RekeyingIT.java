package io.curtaincall.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.SealedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RekeyingIT {
    private static final int STEPS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EmbeddedMongo embedded = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(embedded.uri());
    private final MongoSealedStore store = new MongoSealedStore(client.getDatabase("curtaincall"));

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @AfterEach
    void stop() {
        client.close();
        embedded.close();
    }

    @BeforeEach
    void a_first_start() {
        check(choice("")).start();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, STEPS})
    void a_rekey_that_ends_after_any_step_leaves_what_starts_and_can_be_done_again(int steps) {
        KeyRing running = ring();
        SealedSecret before = sealer(running).seal("before");
        take(steps);

        KeyRing started = ring();
        check(choice("")).start();
        SealedSecret after = sealer(started).seal("after");
        assertThat(sealer(started).open(before)).isEqualTo("before");
        assertThat(sealer(running).open(after)).isEqualTo("after");
        take(STEPS);

        assertThat(sealer(ring()).open(before)).isEqualTo("before");
        assertThat(sealer(ring()).open(after)).isEqualTo("after");
        assertThat(store.keyId()).contains(ring().own().id()).isNotEqualTo(Optional.of(before.keyId()));
        assertThat(folder).isDirectoryNotContaining("glob:**/key.next");
    }

    @Test
    void nothing_is_sealed_with_a_new_key_before_all_have_it() {
        KeyRing running = ring();
        String former = running.own().id();
        take(3);
        running.look();
        assertThat(running.own().id()).isNotEqualTo(former);
        assertThat(running.sealing().id()).isEqualTo(former);
        rekeying("").finish();
        running.look();
        assertThat(running.sealing().id()).isEqualTo(running.own().id());
    }

    @Test
    void the_former_key_alone_starts_nothing() throws IOException {
        String former = Files.readString(folder.resolve("key"));
        take(STEPS);
        assertThatThrownBy(() -> choice(former).fitting(store))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("CURTAINCALL_KEY is not the key that seals the secrets in this store")
                .hasMessageContaining("which 'rekey' has replaced");
        assertThatThrownBy(() -> check(choice(former)).start()).isInstanceOf(CannotStartException.class);
    }

    @Test
    void the_newest_key_opens_what_any_former_one_has_sealed() throws IOException {
        List<SealedSecret> sealed = Stream.of("first", "second", "third")
                .map(secret -> {
                    SealedSecret now = sealer(ring()).seal(secret);
                    take(STEPS);
                    return now;
                })
                .toList();
        assertThat(sealed.stream().map(sealer(ring())::open)).containsExactly("first", "second", "third");
        assertThat(sealed.stream().map(SealedSecret::keyId).distinct()).hasSize(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_that_is_given_is_replaced_by_people_process_by_process() throws IOException {
        String former = Files.readString(folder.resolve("key"));
        KeyRing one = new KeyRing(choice(former), store);
        MasterKey following = rekeying(former).draw(Optional.empty());
        rekeying(former).keepPresent(following);
        KeyRing other = new KeyRing(choice(following.text()), store);
        SealedSecret secret = sealer(other).seal("while some have it");
        assertThat(sealer(one).open(secret)).isEqualTo("while some have it");
        assertThatThrownBy(() -> rekeying(MasterKey.draw(RANDOM).text()).finish())
                .isInstanceOf(CannotStartException.class);

        assertThat(rekeying(following.text()).finish()).isEqualTo(one.own().id());

        other.look();
        assertThat(other.sealing().id()).isEqualTo(following.id());
        assertThat(sealer(other).open(secret)).isEqualTo("while some have it");
        assertThat(folder).isDirectoryNotContaining("glob:**/key.next");
    }

    /** Only root may give files away; whoever else runs this sees that nothing changes. */
    @Test
    void the_new_key_is_whose_the_old_one_was_whoever_says_rekey() throws IOException {
        Path key = folder.resolve("key");
        boolean root = Files.getOwner(key).getName().equals("root");
        UserPrincipalLookupService people = key.getFileSystem().getUserPrincipalLookupService();
        if (root) Files.setOwner(key, people.lookupPrincipalByName("nobody"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
        var before = Files.readAttributes(key, PosixFileAttributes.class);
        String former = Files.readString(key);
        take(STEPS);
        assertThat(Files.readString(key)).isNotEqualTo(former);
        assertThat(Files.readAttributes(key, PosixFileAttributes.class))
                .returns(before.owner(), PosixFileAttributes::owner)
                .returns(before.group(), PosixFileAttributes::group)
                .returns(before.permissions(), PosixFileAttributes::permissions);
        assertThat(before.owner().getName()).isEqualTo(root ? "nobody" : System.getProperty("user.name"));
    }

    @Test
    void a_key_that_is_not_to_replace_a_file_is_whose_the_folder_is() throws IOException {
        String given = Files.readString(folder.resolve("key"));
        Files.delete(folder.resolve("key"));
        rekeying(given).draw(Optional.empty());
        assertThat(Files.getOwner(folder.resolve("key.next"))).isEqualTo(Files.getOwner(folder));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.next"))))
                .isEqualTo("rw-------");
    }

    /** Such as one whose data folder has no new key yet when somebody says 'finish' elsewhere. */
    @Test
    void what_the_store_names_and_this_process_has_not_seals_nothing_and_what_sealed_so_far_goes_on()
            throws IOException {
        KeyRing running = ring();
        String former = running.sealing().id();
        MasterKey elsewhere = MasterKey.draw(RANDOM);
        assertThat(store.advance(former, elsewhere.id())).isTrue();
        running.look();
        SealedSecret meanwhile = sealer(running).seal("meanwhile");
        assertThat(meanwhile.keyId()).isEqualTo(former);

        Files.writeString(folder.resolve("key"), MasterKey.draw(RANDOM).text());
        running.look();
        assertThat(running.own().id()).isNotEqualTo(former);
        assertThat(sealer(running).seal("with another key in the folder").keyId())
                .as("a key that the store does not name seals nothing, be it the one at hand")
                .isEqualTo(former);

        Files.writeString(folder.resolve("key"), elsewhere.text());
        running.look();
        assertThat(running.sealing().id()).isEqualTo(elsewhere.id());
        assertThat(sealer(running).open(meanwhile)).isEqualTo("meanwhile");
    }

    @Test
    void the_present_key_is_no_new_one() throws IOException {
        MasterKey present = MasterKey.ofBase64(Files.readString(folder.resolve("key")));
        assertThatThrownBy(() -> rekeying("").draw(Optional.of(present))).hasMessageContaining("is the present one");
    }

    @Test
    void a_damaged_file_changes_nothing_for_those_that_run() throws IOException {
        KeyRing running = ring();
        SealedSecret before = sealer(running).seal("before");
        Files.writeString(folder.resolve("key"), "c2hvcnQ=");
        running.look();
        assertThat(sealer(running).open(before)).isEqualTo("before");
        assertThat(running.find("unknown")).isEmpty();
    }

    /** As the command takes them. */
    private void take(int steps) {
        Rekeying rekeying = rekeying("");
        if (steps > 0 && !rekeying.isUnderWay()) {
            MasterKey following = rekeying.draw(Optional.empty());
            if (steps > 1) rekeying.keepPresent(following);
            if (steps > 2) rekeying.replaceFile();
        }
        if (steps > 3) rekeying.finish();
    }

    private Rekeying rekeying(String given) {
        return new Rekeying(choice(given), store, RANDOM);
    }

    private static SecretSealer sealer(KeyRing ring) {
        return new SecretSealer(ring, RANDOM);
    }

    private KeyRing ring() {
        return new KeyRing(choice(""), store);
    }

    private KeyCheck check(KeyChoice choice) {
        return new KeyCheck(choice, new KeyRing(choice, store), store, new Directory());
    }

    private KeyChoice choice(String given) {
        return new KeyChoice(folder, given, RANDOM);
    }
}
