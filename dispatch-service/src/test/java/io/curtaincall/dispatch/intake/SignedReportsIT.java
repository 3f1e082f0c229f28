package io.curtaincall.dispatch.intake;

import static io.curtaincall.dispatch.intake.RunningIntake.ACME;
import static io.curtaincall.dispatch.intake.RunningIntake.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.intakekey.IntakeKeyId;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.LiveEvents;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedReportsIT {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String PATH = "/v1/live-events";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
        intake.append(issued("ik_1", 0), issued("ik_2", 1), issued("ik_3", 2));
        intake.append(stored(3, new IntakeKeyRevoked(ACME, new IntakeKeyId("ik_3"), Instant.EPOCH)));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void either_live_key_of_an_account_reports_as_the_account_does() {
        String event = event();
        assertThat(report("ik_1", signature("secret of ik_1", 0, event), event).statusCode())
                .isEqualTo(202);
        HttpResponse<String> again = report("ik_2", signature("secret of ik_2", 0, event), event);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).contains("\"duplicate\":true");
        assertThat(intake.post(PATH, "acme-token", STRUCTURED, event).body()).contains("\"duplicate\":true");
        String foreign = LiveEvents.over("vod.example.com", "live", "demo").json();
        assertThat(report("ik_1", signature("secret of ik_1", 0, foreign), foreign)
                        .statusCode())
                .isNotEqualTo(202);
    }

    @Test
    void the_same_request_within_five_minutes_changes_nothing() {
        String event = event();
        String signature = signature("secret of ik_1", -280, event);
        assertThat(report("ik_1", signature, event).body()).contains("\"duplicate\":false");
        assertThat(report("ik_1", signature, event).body()).contains("\"duplicate\":true");
    }

    @Test
    void what_counts_is_the_bytes_as_they_were_sent() {
        String event = event();
        String signature = signature("secret of ik_1", 0, event);
        assertRefused(report("ik_1", signature, event + " "), "is not one of a live intake key");
        assertThat(report("ik_1", signature, event).statusCode()).isEqualTo(202);
    }

    @Test
    void an_event_whose_attributes_no_signature_covers_is_refused() {
        String data = "{}";
        HttpResponse<String> answer = intake.post(
                PATH,
                "",
                "application/json",
                data,
                "X-Signature",
                signature("secret of ik_1", 0, data),
                "X-Signature-Key",
                "ik_1",
                "ce-specversion",
                "1.0",
                "ce-id",
                "x1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ce- headers are not signed");
    }

    @Test
    void nothing_of_the_body_is_judged_before_its_signature() {
        assertRefused(report("ik_1", "t=" + now() + ",v1=" + "0".repeat(64), "no json"), "is not one of a live");
        HttpResponse<String> signed = report("ik_1", signature("secret of ik_1", 0, "no json"), "no json");
        assertThat(signed.statusCode()).isEqualTo(400);
    }

    @Test
    void an_unknown_a_revoked_and_a_wrong_key_are_refused_in_the_same_words() {
        String event = event();
        String unknown = without(report("ik_none", signature("secret of ik_1", 0, event), event));
        String revoked = without(report("ik_3", signature("secret of ik_3", 0, event), event));
        String wrong = without(report("ik_1", signature("secret of ik_2", 0, event), event));
        assertThat(unknown).isEqualTo(revoked).isEqualTo(wrong).contains("is not one of a live intake key");
    }

    @Test
    void a_signature_older_or_newer_than_five_minutes_is_refused() {
        String event = event();
        assertRefused(report("ik_1", signature("secret of ik_1", -310, event), event), "5 minutes");
        assertRefused(report("ik_1", signature("secret of ik_1", 310, event), event), "5 minutes");
        assertRefused(report("ik_1", "t=999999999999,v1=" + "0".repeat(64), event), "5 minutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=00", "t=1,v1=", "t=-1,v1=aa", "t=1,v1=zz", "t=1, v1=aa", "t=9999999999999,v1=aa"})
    void what_is_no_signature_is_told_how_one_is_written(String signature) {
        String text = signature.replace("aa", "a".repeat(64));
        assertRefused(report("ik_1", text, event()), "X-Signature: t=<unix seconds>,v1=<64 hex digits>");
    }

    @Test
    void one_proof_is_shown_and_it_names_one_key() {
        String event = event();
        String signature = signature("secret of ik_1", 0, event);
        assertRefused(
                intake.post(PATH, "acme-token", STRUCTURED, event, "X-Signature", signature),
                "or Authorization, not both");
        assertRefused(intake.post(PATH, "", STRUCTURED, event, "X-Signature", signature), "one X-Signature-Key");
        assertRefused(
                intake.post(
                        PATH,
                        "",
                        STRUCTURED,
                        event,
                        "X-Signature",
                        signature,
                        "X-Signature",
                        signature,
                        "X-Signature-Key",
                        "ik_1"),
                "has one X-Signature");
    }

    @Test
    void a_signed_body_is_no_longer_than_any_other() {
        String tooLarge = " ".repeat(EventRequests.MOST_BYTES + 1);
        assertThat(report("ik_1", signature("secret of ik_1", 0, tooLarge), tooLarge)
                        .statusCode())
                .isEqualTo(413);
        assertThat(intake.bean(UnderWay.class).count()).isZero();
    }

    private static void assertRefused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains(why, "urn:curtaincall:problem:unauthenticated");
    }

    private static String without(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.body();
    }

    private static HttpResponse<String> report(String key, String signature, String body) {
        return intake.post(PATH, "", STRUCTURED, body, "X-Signature", signature, "X-Signature-Key", key);
    }

    static String signature(String secret, long secondsFromNow, String body) {
        String time = Long.toString(now() + secondsFromNow);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String event() {
        return LiveEvents.over(DOMAIN, "live", "demo").json();
    }

    private static NewEvent issued(String id, long sequence) {
        SecretSealer sealer = intake.bean(SecretSealer.class);
        return stored(
                sequence,
                new IntakeKeyIssued(ACME, new IntakeKeyId(id), sealer.seal("secret of " + id), Instant.EPOCH));
    }

    private static NewEvent stored(long sequence, Object event) {
        return new NewEvent("IntakeKeys", "intake-keys/" + ACME, sequence, event);
    }
}
