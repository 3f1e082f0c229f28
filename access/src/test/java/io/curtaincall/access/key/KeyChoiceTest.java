package io.curtaincall.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChoiceTest {
    private static final String GIVEN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final SealedStore EMPTY = new Told(false, Optional.empty());
    private static final SealedStore USED = new Told(true, Optional.empty());

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    private record Told(boolean holdsEvents, Optional<String> keyId) implements SealedStore {
        @Override
        public List<SealedKey> formerKeys() {
            return List.of();
        }
    }

    @Test
    void the_given_key_comes_first_and_then_no_file_is_written() {
        MasterKey key = choice(" " + GIVEN + "\n").choose(EMPTY);

        assertThat(key.id()).isEqualTo(MasterKey.ofBase64(GIVEN).id());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_first_run_makes_a_key_and_the_second_finds_it() {
        MasterKey first = choice("").choose(EMPTY);

        assertThat(choice("").choose(named(first)).id()).isEqualTo(first.id());
        assertThat(choice("").choose(USED).id()).isEqualTo(first.id());
    }

    @Test
    void the_folder_is_made_for_the_key() {
        assertThat(new KeyChoice(folder.resolve("a/b"), "", new SecureRandom())
                        .choose(EMPTY)
                        .id())
                .isNotEmpty();
        assertThat(folder.resolve("a/b/key")).exists();
    }

    @Test
    void asking_whether_a_key_fits_makes_none() {
        assertThat(choice("").fitting(EMPTY)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void no_new_key_is_made_beside_secrets_that_another_one_sealed() {
        for (SealedStore store : new SealedStore[] {USED, new Told(false, Optional.of("0123abcd"))}) {
            assertThatThrownBy(() -> choice("").choose(store))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("CURTAINCALL_KEY");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_key_that_is_not_the_stores_is_refused_and_both_are_named() {
        assertThatThrownBy(() -> choice(GIVEN).choose(new Told(true, Optional.of("0123abcd"))))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("0123abcd")
                .hasMessageContaining(MasterKey.ofBase64(GIVEN).id());
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> choice("not a key").choose(EMPTY))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("CURTAINCALL_KEY")
                .hasMessageNotContaining("not a key");
    }

    private static SealedStore named(MasterKey key) {
        return new Told(true, Optional.of(key.id()));
    }

    private KeyChoice choice(String given) {
        return new KeyChoice(folder, given, new SecureRandom());
    }
}
