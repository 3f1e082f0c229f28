package io.curtaincall.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "http://a.example, a.example, 80, /, a.example",
        "https://a.example/x?y=1, a.example, 443, /x?y=1, a.example",
        "HTTPS://a.example:443?q, a.example, 443, /?q, a.example",
        "http://a.example:8080/a//b, a.example, 8080, /a//b, a.example:8080",
        "http://[2a00::1]:81/, 2a00::1, 81, /, [2a00::1]:81",
        "https://[2a00::1]/z, 2a00::1, 443, /z, [2a00::1]",
        "http://192.0.2.7:80/p, 192.0.2.7, 80, /p, 192.0.2.7"
    })
    void a_url_is_taken_apart(String url, String host, int port, String path, String authority) {
        Target target = Target.of(url);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.path()).isEqualTo(path);
        assertThat(target.authority()).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a",
                "http://",
                "http://u@a/",
                "http://a:b/",
                "http://a/#f",
                "//a",
                "http://a%2fb/",
                "http://[::1"
            })
    void what_cannot_be_called_is_refused(String url) {
        assertThatThrownBy(() -> Target.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void literals_need_no_name_look_up() {
        assertThat(Target.of("http://127.0.0.1/").isLiteral()).isTrue();
        assertThat(Target.of("http://[::1]/").isLiteral()).isTrue();
        assertThat(Target.of("http://1and1.example/").isLiteral()).isFalse();
    }
}
