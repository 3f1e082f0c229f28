package io.curtaincall.dispatch.hook.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.hook.server.Meaning;
import io.curtaincall.dispatch.hook.server.Signal.Alive;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookTest {
    @Test
    void names_may_be_long_but_not_endless() {
        assertThat(of("a".repeat(255), "直".repeat(1024))).isPresent();
        assertThat(of("a".repeat(256), "cam")).isEmpty();
        assertThat(of("live", "s".repeat(1025))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "\u0000"})
    void nobody_is_told_of_a_name_that_is_none(String name) {
        assertThat(of(name, "cam")).isEmpty();
        assertThat(of("live", name)).isEmpty();
    }

    private static Optional<Hook> of(String app, String stream) {
        return Hook.of(new Meaning(app, stream, "1", new Alive("update")), Instant.EPOCH, 1);
    }
}
