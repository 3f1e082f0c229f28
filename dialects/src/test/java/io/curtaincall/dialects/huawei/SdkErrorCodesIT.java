package io.curtaincall.dialects.huawei;

import static io.curtaincall.dialects.huawei.HuaweiSdk.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.exception.ServerResponseException;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.KnownErrors;
import io.curtaincall.dialects.running.ShiftedClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SdkErrorCodesIT {
    private static final int TRIES_IN_A_CROWD = 50;

    private static final List<Row> ROWS = List.of(
            new Row(HuaweiError.ILLEGAL, scenes -> scenes.creates(new RecordCallbackConfigRequest())),
            new Row(HuaweiError.UNSUPPORTED_METHOD, ErrorScenes::deletesAll),
            new Row(HuaweiError.UNSUPPORTED_MEDIA_TYPE, scenes -> scenes.posts(ErrorScenes.CALLBACKS, "text/plain")),
            new Row(HuaweiError.EXISTS, ErrorScenes::createsAgain),
            new Row(HuaweiError.FULL, scenes -> scenes.creates(body("full.example.com", "live"))),
            new Row(HuaweiError.NOT_FOUND, scenes -> scenes.shows("none")),
            new Row(HuaweiError.UNKNOWN_API, ErrorScenes::asksElsewhere),
            new Row(HuaweiError.TOO_LARGE, ErrorScenes::createsALargeOne),
            new Row(HuaweiError.UNAVAILABLE, scenes -> scenes.creates(body("away.example.com", "live"))),
            new Row(HuaweiError.FORBIDDEN, ErrorScenes::createsForAnothersDomain),
            new Row(HuaweiError.TOKEN_EXPIRED, scenes -> scenes.listsByToken(scenes.token()))
                    .after(Duration.ofHours(25)),
            new Row(HuaweiError.THROTTLED, ErrorScenes::listsInACrowd),
            new Row(HuaweiError.INTERNAL, scenes -> scenes.creates(body("broken.example.com", "live"))),
            new Row(
                    HuaweiError.unproven("verify aksk signature fail, canonicalRequest:GET|"),
                    scenes -> scenes.listsBy(scenes.credentials().withSk("wrong"))),
            new Row(
                    HuaweiError.unproven("Get secretKey failed, ak:unknown"),
                    scenes -> scenes.listsBy(scenes.credentials().withAk("unknown"))),
            new Row(HuaweiError.unproven("calc ak sk signature fail:signature expired"), ErrorScenes::lists)
                    .after(Duration.ofMinutes(16)),
            new Row(
                    HuaweiError.unproven("X-Security-Token is not known here"),
                    scenes -> scenes.listsBy(scenes.credentials().withSecurityToken("sts"))),
            new Row(HuaweiError.unproven("x-auth-token not found"), ErrorScenes::listsUnsigned),
            new Row(HuaweiError.unproven("decrypt token fail"), scenes -> scenes.listsByToken("MIIabc")),
            new Row(
                    HuaweiError.invalidForIam("methods"),
                    scenes -> scenes.posts("/v3/auth/tokens", "application/json;charset=UTF-8")));

    private static final Set<String> NOT_GIVEN = Set.of(
            "LIVE.100011004",
            "LIVE.100011006",
            "LIVE.100011008",
            "LIVE.100011009",
            "LIVE.100011013",
            "LIVE.100011022",
            "LIVE.103011021",
            "LIVE.103011022",
            "LIVE.103011026",
            "LIVE.103011027");

    private final ShiftedClock clock = DialectProcess.shared().bean(ShiftedClock.class);

    @TempDir
    private Path folder;

    private interface Scene {
        Asking of(ErrorScenes scenes) throws Exception;
    }

    private record Row(HuaweiError error, Scene scene, Duration later) {
        Row(HuaweiError error, Scene scene) {
            this(error, scene, Duration.ZERO);
        }

        Row after(Duration time) {
            return new Row(error, scene, time);
        }

        @Override
        public String toString() {
            return code(error) + " " + error.message();
        }
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void every_error_is_thrown_by_both_clients(Row row) throws Exception {
        try (ErrorScenes scenes = new ErrorScenes(HuaweiSdk.fresh(), folder)) {
            Asking asking = row.scene().of(scenes);
            clock.shift(row.later());
            requireThrown(row.error(), asking.byClient());
            requireThrown(row.error(), asking.byAsyncClient());
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    private static void requireThrown(HuaweiError error, ThrowingCallable call) {
        Class<? extends ServiceResponseException> type =
                error.status() < 500 ? ClientRequestException.class : ServerResponseException.class;
        Throwable thrown = thrown(call);
        ServiceResponseException refusal = HuaweiSdk.refusal(type, () -> {
            throw thrown;
        });
        assertThat(refusal.getHttpStatusCode()).isEqualTo(error.status());
        assertThat(refusal.getErrorCode()).isEqualTo(error.code());
        assertThat(refusal.getErrorMsg()).startsWith(error.message());
    }

    @Test
    void every_error_that_can_be_said_has_a_row() throws Exception {
        assertThat(ROWS).extracting(Row::error).containsAll(KnownErrors.constants(HuaweiError.class));
        Set<String> codes = KnownErrors.worded(HuaweiError.class).stream()
                .map(SdkErrorCodesIT::code)
                .collect(Collectors.toSet());
        assertThat(ROWS.stream().map(row -> code(row.error()))).containsAll(codes);
    }

    @Test
    void what_has_no_row_is_said_not_to_be_given() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "dialects.md"))).contains(NOT_GIVEN);
        assertThat(ROWS.stream().map(row -> row.error().code())).doesNotContainAnyElementsOf(NOT_GIVEN);
    }

    private static Throwable thrown(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        for (int i = 0; i < TRIES_IN_A_CROWD && thrown == null; i++) thrown = catchThrowable(call);
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private static String code(HuaweiError error) {
        return error.status() + " " + error.code();
    }
}
