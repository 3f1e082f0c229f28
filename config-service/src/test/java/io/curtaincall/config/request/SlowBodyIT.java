package io.curtaincall.config.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.SharedService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedService.class)
class SlowBodyIT {
    private final ConfigClient operator;

    SlowBodyIT(ConfigClient operator) {
        this.operator = operator;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/notify-configs|{\"domain\":\"slow.example.com\",\"url\":\"https://8.8.8.8/cb\"}",
                "/v1/hook-sources|{\"kind\":\"srs\",\"domain\":\"slow.example.com\",\"node\":\"n\"}",
                "/v1/accounts/slow/tokens|{\"role\":\"write\"}"
            })
    void who_is_revoked_while_the_body_is_still_being_sent_has_asked_for_nothing(String path, String body)
            throws IOException {
        if (operator.get("/v1/accounts/slow/tokens").status() == 404) operator.openAccount("slow");
        var issued = operator.post("/v1/accounts/slow/tokens", "{\"role\":\"write\"}");
        String before = operator.get(path).response().body();
        String answer = sent(path, issued.text("/token"), body, () -> {
            int status = operator.delete("/v1/accounts/slow/tokens/" + issued.text("/id"))
                    .status();
            assertThat(status).isEqualTo(204);
        });
        assertThat(answer).startsWith("HTTP/1.1 401").contains("was revoked");
        String left = operator.get(path).response().body();
        assertThat(left.length())
                .as("nothing was added to " + before + " in " + left)
                .isLessThanOrEqualTo(before.length());
    }

    @Test
    void who_is_not_may_take_the_same_time() throws IOException {
        String token = operator.openAccount("slower");
        String answer = sent("/v1/accounts/slower/tokens", token, "{\"role\":\"write\"}", () -> {});
        assertThat(answer).startsWith("HTTP/1.1 201");
    }

    /** What is answered when the last byte of the body comes after something has happened. */
    private String sent(String path, String token, String body, Runnable meanwhile) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), operator.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(bytes, 0, bytes.length - 1);
            socket.getOutputStream().flush();
            // long enough for the caller to have been let in
            await().during(Duration.ofMillis(300))
                    .until(() -> socket.getInputStream().available() == 0);
            meanwhile.run();
            socket.getOutputStream().write(bytes, bytes.length - 1, 1);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
