package io.curtaincall.dispatch.intake;

import static io.curtaincall.dispatch.intake.RunningIntake.ACME;
import static io.curtaincall.dispatch.intake.RunningIntake.DOMAIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.intakekey.IntakeKeyId;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.LiveEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is nobody any more when the last byte of a report comes has reported nothing. */
class SlowBodiesIT {
    private static final IntakeKeyId KEY = new IntakeKeyId("ik_slow");
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_token_that_is_revoked_while_its_report_is_still_being_sent_is_nobodys() throws IOException {
        Grant grant = new Grant(Role.WRITE, null);
        String hash = Hashes.sha256Hex("slow-token");
        intake.append(account(1, new AccountTokenIssued(ACME, "tk_slow", hash, grant, null, Instant.EPOCH)));
        String header = "Authorization: Bearer slow-token\r\n";
        assertThat(report(header, event(), () -> {})).startsWith("HTTP/1.1 202");
        String refused = report(
                header,
                event(),
                () -> intake.append(
                        account(2, new AccountTokenRevoked(ACME, "tk_slow", Instant.EPOCH, Instant.EPOCH))));
        assertThat(refused).startsWith("HTTP/1.1 401").contains("this token, tk_slow, was revoked");
    }

    @Test
    void so_is_an_intake_key() throws IOException {
        var sealed = intake.bean(SecretSealer.class).seal("secret of slow");
        intake.append(key(0, new IntakeKeyIssued(ACME, KEY, sealed, Instant.EPOCH)));
        String first = event();
        assertThat(report(signature(first), first, () -> {})).startsWith("HTTP/1.1 202");
        String second = event();
        String refused = report(
                signature(second), second, () -> intake.append(key(1, new IntakeKeyRevoked(ACME, KEY, Instant.EPOCH))));
        assertThat(refused).startsWith("HTTP/1.1 401").contains("is not one of a live intake key");
    }

    /** All that is answered to a report whose second half comes when something has happened. */
    private static String report(String proof, String body, Runnable meanwhile) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST /v1/live-events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/cloudevents+json\r\nContent-Length: " + bytes.length + "\r\n" + proof
                + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(30).toMillis()));
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(bytes, 0, bytes.length / 2);
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> intake.bean(UnderWay.class).count() == 1);
            meanwhile.run();
            socket.getOutputStream().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String signature(String body) {
        return "X-Signature: " + SignedReportsIT.signature("secret of slow", 0, body) + "\r\nX-Signature-Key: "
                + KEY.value() + "\r\n";
    }

    private static String event() {
        return LiveEvents.over(DOMAIN, "live", "slow").json();
    }

    private static NewEvent account(int sequence, Object event) {
        return new NewEvent("Account", ACME.value(), sequence, event);
    }

    private static NewEvent key(int sequence, Object event) {
        return new NewEvent("IntakeKeys", "intake-keys/" + ACME.value(), sequence, event);
    }
}
