package io.curtaincall.config.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class VersionsTest {
    @Test
    void a_version_is_read_with_or_without_quotes() {
        assertThat(Versions.required("\"3\"")).isEqualTo(3);
        assertThat(Versions.required(" 3 ")).isEqualTo(3);
        assertThat(Versions.eTag(3)).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "\"3", "3\"", "W/\"3\"", "\"3\", \"4\"", "-1", "99999999999999999999"})
    void anything_else_is_refused(String ifMatch) {
        assertThatThrownBy(() -> Versions.required(ifMatch)).isInstanceOf(RefusedException.class);
    }

    @Test
    void none_is_428_where_one_is_required() {
        assertThat(Versions.optional(null)).isEmpty();
        assertThatThrownBy(() -> Versions.required(null))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(428));
    }
}
