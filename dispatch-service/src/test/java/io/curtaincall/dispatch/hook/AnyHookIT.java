package io.curtaincall.dispatch.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.events.hook.HookKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What holds for the hooks of every kind of media server. */
class AnyHookIT {
    private static final List<String> JUNK = List.of(
            "",
            "null",
            "[]",
            "{",
            "{}",
            "7",
            "hello",
            "<",
            "<files><file><sequence>0</sequence></file></files>",
            "{\"action\":\"on_dvr\",\"file\":{}}",
            "{\"action\":\"vodReady\",\"timestamp\":\"-9223372036854775808\",\"duration\":\"NaN\",\"vodName\":\"x\"}",
            "{\"request\":[],\"messages\":7,\"sourceUri\":null}",
            "{\"sourceUri\":\"#a#b/c\",\"messages\":[7,{\"code\":{}}]}",
            "event=segment-complete&path=%00&segment_path=%",
            "[".repeat(2000),
            "\u0000\ufffd");
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
        for (HookKind kind : HookKind.values()) {
            intake.append(HookControllerIT.source("any-" + kind.wireName(), kind, "s3cr3t-" + kind.wireName()));
        }
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LIVEKIT")
    void whatever_comes_is_answered_like_any_other_hook(HookKind kind) {
        for (String junk : JUNK) {
            assertThat(intake.post(path(kind), "", "application/json", junk).statusCode())
                    .as(junk)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "LIVEKIT")
    void whatever_is_not_signed_is_refused_where_everything_must_be(HookKind kind) {
        for (String junk : JUNK) {
            assertThat(intake.post(
                                    path(kind),
                                    "",
                                    "application/json",
                                    junk,
                                    "Authorization",
                                    junk.strip().replaceAll("\\P{Print}", ""))
                            .statusCode())
                    .as(junk)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_of_another_kind_is_not_found(HookKind kind) {
        HookKind other = kind == HookKind.SRS ? HookKind.ORYX : HookKind.SRS;
        String path = "/hooks/" + kind.wireName() + "/s3cr3t-" + other.wireName();
        var answer = intake.post(path, "", "application/json", "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "SRS, srs/on_publish.json",
        "SRS, srs/on_dvr.json",
        "SRS, srs/on_hls.json",
        "ORYX, oryx/on_publish.json",
        "ORYX, oryx/on_record_end.json",
        "OVENMEDIAENGINE, ovenmediaengine/admission.json",
        "OVENMEDIAENGINE, ovenmediaengine/alert.json",
        "OVENMEDIAENGINE, ovenmediaengine/records.xml",
        "ANT_MEDIA, ant-media/liveStreamStarted.json",
        "ANT_MEDIA, ant-media/liveStreamEnded.json"
    })
    void nothing_that_lets_anybody_in_and_no_address_is_stored(HookKind kind, String fixture) throws IOException {
        String body;
        try (InputStream in = Objects.requireNonNull(AnyHookIT.class.getResourceAsStream("/" + fixture), fixture)) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(intake.post(path(kind), "?t=SECRET123", "application/json", body)
                        .statusCode())
                .isEqualTo(200);
        assertThat(HookControllerIT.stored(intake))
                .contains("any-" + kind.wireName())
                .doesNotContain("SECRET123", "planted", "s3cr3t", "192.0.2");
    }

    @Test
    void a_clock_that_is_wrong_is_noted_with_the_hook_and_nothing_else_comes_of_it() throws InterruptedException {
        for (int hours : new int[] {-2, 0, 2}) {
            long sent = Instant.now().plus(Duration.ofHours(hours)).toEpochMilli();
            String hook =
                    "{\"action\":\"liveStreamStarted\",\"id\":\"skewed\",\"app\":\"a\",\"timestamp\":\"" + sent + "\"}";
            assertThat(intake.post(path(HookKind.ANT_MEDIA), "", "application/json", hook)
                            .statusCode())
                    .isEqualTo(200);
            Duration ahead = HookControllerIT.received(intake).getLast().clockAhead();
            if (hours == 0) assertThat(ahead).isNull();
            else assertThat(ahead).isCloseTo(Duration.ofHours(hours), Duration.ofMinutes(1));
        }
    }

    private static String path(HookKind kind) {
        return "/hooks/" + kind.wireName() + "/s3cr3t-" + kind.wireName();
    }
}
