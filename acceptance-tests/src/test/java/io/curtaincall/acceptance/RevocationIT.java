package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@InBothShapes
class RevocationIT {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Installation installation;
    private final Callers callers;

    RevocationIT(Shape shape) {
        installation = Installations.of(shape);
        callers = new Callers(installation);
    }

    @Test
    void a_revoked_token_is_nobodys_in_every_process_within_a_second() {
        Credentials.Account owner = Accounts.open(installation);
        String tokens = "/v1/accounts/" + owner.id() + "/tokens";
        CurtaincallApi operator = installation.asOperator();
        for (int i = 0; i < 5; i++) {
            CurtaincallApi reader = callers.token(owner.id(), "read");
            var listed = operator.get(installation.config(), tokens).json().path("credentials");
            String id = listed.get(listed.size() - 1).path("id").asText();
            operator.delete(installation.config(), tokens + "/" + id).expect(204);
            await().atMost(A_SECOND)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> callers.everywhere(reader).allMatch(status -> status == 401));
        }
    }

    @Test
    void who_is_revoked_while_a_body_is_still_being_sent_is_nobody_by_its_end() throws IOException {
        Credentials.Account owner = Accounts.open(installation);
        String domain = Scene.freshDomain();
        String config = "{\"domain\":\"" + domain + "\",\"url\":\"https://8.8.8.8/cb\"}";
        String place = "{\"domain\":\"" + domain + "\",\"app\":\"live\",\"stream\":\"s\"}";
        String event = LiveEvents.started(domain, "live", "slow").json();
        String json = "application/json";
        assertRefusedAtItsEnd(owner, installation.config(), "/v1/notify-configs", json, config);
        assertRefusedAtItsEnd(owner, installation.dispatch(), "/v1/on-demand-decisions", json, place);
        assertRefusedAtItsEnd(owner, installation.dispatch(), "/v1/live-events", "application/cloudevents+json", event);
    }

    private void assertRefusedAtItsEnd(Credentials.Account owner, URI process, String path, String type, String body)
            throws IOException {
        CurtaincallApi operator = installation.asOperator();
        String tokens = "/v1/accounts/" + owner.id() + "/tokens";
        var issued = operator.send(operator.post(
                        installation.config(), tokens, OwnThings.object().put("role", "write")))
                .expect(201)
                .json();
        String token = issued.path("token").asText();
        CurtaincallApi writer = callers.known(installation.as(token));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (Socket socket = new Socket(process.getHost(), process.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes, 0, bytes.length - 1);
            await().during(Duration.ofMillis(300))
                    .until(() -> socket.getInputStream().available() == 0);
            operator.delete(
                            installation.config(),
                            tokens + "/" + issued.path("id").asText())
                    .expect(204);
            await().atMost(A_SECOND).until(() -> callers.everywhere(writer).allMatch(status -> status == 401));
            socket.getOutputStream().write(bytes, bytes.length - 1, 1);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(path)
                    .startsWith("HTTP/1.1 401")
                    .contains("was revoked");
        }
    }
}
