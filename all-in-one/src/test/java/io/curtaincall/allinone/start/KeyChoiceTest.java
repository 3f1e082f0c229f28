package io.curtaincall.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChoiceTest {
    private static final String GIVEN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void the_environment_comes_first_and_then_no_file_is_written() {
        String key = choice().choose(" " + GIVEN + "\n", () -> false);

        assertThat(key).isEqualTo(GIVEN);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_first_run_makes_a_key_and_the_second_finds_it() {
        String first = choice().choose(null, () -> false);

        assertThat(choice().choose(null, () -> true)).isEqualTo(first);
    }

    @Test
    void no_new_key_is_made_beside_secrets_that_another_one_sealed() {
        assertThatThrownBy(() -> choice().choose(null, () -> true))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("CURTAINCALL_KEY");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> choice().choose("not a key", () -> false))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("CURTAINCALL_KEY")
                .hasMessageNotContaining("not a key");
    }

    private KeyChoice choice() {
        HomeFolder home = HomeFolder.at(folder);
        return new KeyChoice(home, new KeyFile(home.key(), new SecureRandom()));
    }
}
