package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.volcengine.ApiException;
import io.curtaincall.dialects.running.Crowd;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.KnownErrors;
import io.curtaincall.dialects.running.Meddler;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.ShiftedClock;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SdkErrorCodesIT {
    private static final String FOREIGN = "theirs.volcrows.example.com";
    private static final String DATE = "(?i)\r\nX-Date: [^\r]*";
    private static final int TRIES_IN_A_CROWD = 50;
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private static final List<ErrorRow> ROWS = List.of(
            ErrorRow.of(VolcengineError.missingParameter("Action")).changing("Action=", "Deed="),
            ErrorRow.of(VolcengineError.missingParameter("Version")).changing("Version=", "Edition="),
            ErrorRow.of(VolcengineError.NOT_AUTHENTICATED).changing("\r\nAuthorization: [^\r]*", ""),
            ErrorRow.of(VolcengineError.missingInformation("timestamp")).changing(DATE, ""),
            ErrorRow.of(VolcengineError.NOT_SIGNED).changing(", *Signature=[0-9a-f]*", ""),
            ErrorRow.of(VolcengineError.EXPIRED).clock(16),
            ErrorRow.of(VolcengineError.FROM_THE_FUTURE).clock(-16),
            ErrorRow.of(VolcengineError.NO_TIMESTAMP).changing(DATE, "\r\nX-Date: 2026-11-21T20:32:00Z"),
            ErrorRow.of(VolcengineError.unknownService("vod")).changing("/live/request", "/vod/request"),
            ErrorRow.of(VolcengineError.unknownOperation("UpdateCallback", "2020-08-01"))
                    .changing("Version=2023-01-01", "Version=2020-08-01"),
            ErrorRow.of(VolcengineError.unknownKey("AKnobody"))
                    .signing(sdk -> sdk.withKey("AKnobody", DialectProcess.SECRET)),
            ErrorRow.of(VolcengineError.MISMATCH).signing(sdk -> sdk.withSecret("wrong")),
            ErrorRow.of(VolcengineError.GATEWAY_BROKE)
                    .changing("\r\n", "\r\nX-Planted: " + DialectProcess.BREAKING + "\r\n"),
            ErrorRow.of(VolcengineError.THROTTLED).deleting().crowded(),
            ErrorRow.of(VolcengineError.method("PUT")).changing("^POST", "PUT"),
            ErrorRow.of(VolcengineError.AUTHORIZATION).changing("HMAC-SHA256 [^\r]*", "HMAC-SHA256 nonsense"),
            ErrorRow.of(VolcengineError.CREDENTIAL).changing("Credential=[^,]*", "Credential=a/b"),
            ErrorRow.of(VolcengineError.SECURITY_TOKEN).signing(sdk -> sdk.withToken("a temporary one")),
            ErrorRow.of(VolcengineError.BIND).with("MessageType", 1),
            ErrorRow.of(VolcengineError.MALFORMED).changing("Action=", "Deed=%zz&Action="),
            ErrorRow.of(VolcengineError.TOO_LARGE).with("App", "a".repeat(SignedRequestReader.LARGEST_BODY)),
            ErrorRow.of(VolcengineError.invalid("MessageType", "must be push, push_end, snapshot or record"))
                    .with("MessageType", "audit_snapshot"),
            ErrorRow.of(VolcengineError.forbidden(FOREIGN + " is not of this account"))
                    .with("Vhost", FOREIGN),
            ErrorRow.of(VolcengineError.notFound("There is no callback config of volcrows.example.com"))
                    .deleting(),
            ErrorRow.of(VolcengineError.INTERNAL).with("Vhost", "broken.example.com"),
            ErrorRow.of(VolcengineError.UNAVAILABLE).with("Vhost", "away.example.com"));

    private static final Set<String> NOT_GIVEN = Set.of(
            "AccessDenied", "LackPolicy", "CommonErr", "InternalServiceError.BadResponse", "InternalServiceTimeout");

    private static final DialectProcess PROCESS = DialectProcess.shared();
    private final List<Closeable> opened = new ArrayList<>();

    @BeforeAll
    static void somebody_else_has_a_domain() throws Exception {
        String body = new JsonMapper()
                .writeValueAsString(ErrorRow.of(VolcengineError.INTERNAL)
                        .with("Vhost", FOREIGN)
                        .parameters());
        assertThat(SignedPost.http(PROCESS)
                        .exchange(new SignedPost(key(), "UpdateCallback")
                                .body(body)
                                .text())
                        .status())
                .isEqualTo(200);
    }

    static Stream<Arguments> rowsByClient() {
        return ROWS.stream().flatMap(row -> Stream.of(SdkClient.values()).map(client -> Arguments.of(row, client)));
    }

    @AfterEach
    void close() throws IOException {
        for (Closeable each : opened) each.close();
    }

    @ParameterizedTest
    @MethodSource("rowsByClient")
    void every_error_is_thrown_by_every_client(ErrorRow row, SdkClient client) throws Exception {
        RawHttp http = SignedPost.http(PROCESS);
        String keyId = key();
        if (row.isCrowded()) opened.add(Crowd.asking(http, new SignedPost(keyId, row.action()).text()));
        try (Meddler meddler = Meddler.before(http, row::meddled)) {
            PROCESS.bean(ShiftedClock.class).shift(row.clock());
            LiveCallbacksSdk sdk = row.sdk(row.isMeddledWith() ? meddler.address() : PROCESS.address(), keyId);
            VolcengineError seen = seen(row, client, sdk);
            for (int i = 0; i < TRIES_IN_A_CROWD && row.isCrowded() && !seen.equals(row.error()); i++) {
                seen = seen(row, client, sdk);
            }
            assertThat(seen).isEqualTo(row.error());
        } finally {
            PROCESS.bean(ShiftedClock.class).shift(Duration.ZERO);
        }
    }

    @Test
    void every_error_that_can_be_said_has_a_row() throws Exception {
        assertThat(ROWS).extracting(ErrorRow::error).containsAll(KnownErrors.constants(VolcengineError.class));
        List<VolcengineError> said = new ArrayList<>(KnownErrors.constants(VolcengineError.class));
        said.addAll(KnownErrors.worded(VolcengineError.class));
        Set<String> codes = said.stream().map(SdkErrorCodesIT::code).collect(Collectors.toSet());
        codes.removeIf(code -> NOT_GIVEN.contains(code.substring(code.indexOf(' ') + 1)));
        assertThat(ROWS.stream().map(row -> code(row.error()))).containsAll(codes);
    }

    @Test
    void what_has_no_row_is_said_not_to_be_given() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "dialects.md"))).contains(NOT_GIVEN);
        assertThat(ROWS.stream().map(row -> row.error().code())).doesNotContainAnyElementsOf(NOT_GIVEN);
    }

    private static VolcengineError seen(ErrorRow row, SdkClient client, LiveCallbacksSdk sdk) {
        Throwable refusal = catchThrowable(() -> client.ask(sdk, row));
        if (refusal instanceof ApiException core) return seen(core.getCode(), core.getResponseBody());
        assertThat(refusal).isExactlyInstanceOf(Exception.class);
        return seen(row.error().status(), String.valueOf(refusal.getMessage()));
    }

    private static VolcengineError seen(int status, String body) {
        JsonNode metadata = new JsonMapper().readTree(body).path("ResponseMetadata");
        assertThat(metadata.path("RequestId").asString()).matches("20[0-9]{12}[0-9A-F]{20}");
        JsonNode error = metadata.path("Error");
        Integer number = error.has("CodeN") ? error.path("CodeN").asInt() : null;
        return new VolcengineError(
                status,
                number,
                error.path("Code").asString(),
                error.path("Message").asString());
    }

    private static String code(VolcengineError error) {
        return error.status() + " " + error.code();
    }

    private static String key() {
        return PROCESS.openAccount("volcrows" + ACCOUNTS.incrementAndGet() + "-0");
    }
}
