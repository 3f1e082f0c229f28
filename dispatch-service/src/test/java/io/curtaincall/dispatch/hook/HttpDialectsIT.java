package io.curtaincall.dispatch.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.hook.session.RawRequests;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.events.hook.HookKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a media server's HTTP is like, its hooks are understood. */
class HttpDialectsIT {
    private static final Map<HookKind, String> HOOKS = Map.of(
            HookKind.NGINX_RTMP, "app=live&clientid=1&call=publish&name=cam",
            HookKind.NODE_MEDIA_SERVER, "{\"action\":\"postPublish\",\"id\":\"1\",\"app\":\"live\",\"name\":\"cam\"}",
            HookKind.SRS, "{\"action\":\"on_publish\",\"client_id\":\"1\",\"app\":\"live\",\"stream\":\"cam\"}",
            HookKind.ORYX, "{\"action\":\"on_publish\",\"app\":\"live\",\"stream\":\"cam\"}",
            HookKind.MEDIAMTX, "event=available&path=live/cam",
            HookKind.OVENMEDIAENGINE, "{\"sourceUri\":\"#v#app/cam\",\"messages\":[{\"code\":\"OK\"}]}",
            HookKind.ANT_MEDIA, "{\"action\":\"liveStreamStarted\",\"id\":\"cam\",\"app\":\"live\"}");
    private static final String FOLDER = "/hooks/";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of());
        HOOKS.keySet()
                .forEach(kind -> intake.append(
                        HookControllerIT.source("http-" + kind.wireName(), kind, "s-" + kind.wireName())));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    /** LiveKit's are signed, and sent as it sends them in the tests of it. */
    static Stream<Arguments> dialects() {
        return HOOKS.entrySet().stream()
                .flatMap(hook ->
                        Arrays.stream(Http.values()).map(http -> Arguments.of(hook.getKey(), http, hook.getValue())));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void a_hook_is_understood_however_it_is_sent(HookKind kind, Http http, String body) throws InterruptedException {
        String path = FOLDER + kind.wireName() + "/s-" + kind.wireName();
        byte[] request = http.request(path, body).getBytes(StandardCharsets.ISO_8859_1);
        int before = HookControllerIT.received(intake).size();
        assertThat(RawRequests.send(intake.port(), request)).startsWith("HTTP/1.1 200");
        var received = HookControllerIT.received(intake);
        assertThat(received).hasSize(before + 1);
        assertThat(received.getLast().kind()).isEqualTo(kind);
        assertThat(received.getLast().call()).isNotEqualTo("unreadable");
    }

    /** How HTTP may be spoken. */
    private enum Http {
        OLD_WITHOUT_HOST("HTTP/1.0", ""),
        OLD_WITHOUT_PORT("HTTP/1.0", "Host: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded"),
        UNKNOWN_HOST("HTTP/1.1", "Host: no-such-host.example.com:81\r\nContent-Type: application/json"),
        TEXT("HTTP/1.1", "Host: localhost\r\nContent-Type: text/plain;charset=UTF-8"),
        WEBHOOK("HTTP/1.1", "Host: localhost\r\nContent-Type: application/webhook+json"),
        NO_TYPE("HTTP/1.1", "Host: localhost"),
        SENSELESS_TYPE("HTTP/1.1", "Host: localhost\r\nContent-Type: ;;,/\r\nAccept: image/png"),
        FORM("HTTP/1.1", "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded; charset=x-none"),
        CHUNKED("HTTP/1.1", "Host: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"),
        CHUNKED_FORM(
                "HTTP/1.1",
                "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked");

        private final String version;
        private final String headers;

        Http(String version, String headers) {
            this.version = version;
            this.headers = headers;
        }

        String request(String path, String body) {
            boolean chunked = headers.endsWith("chunked");
            String head = Stream.of(
                            "POST " + path + " " + version,
                            headers,
                            "Connection: close",
                            chunked ? "" : "Content-Length: " + body.length())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\r\n"));
            return head + "\r\n\r\n" + (chunked ? inChunks(body) : body);
        }

        /** Each of a few bytes only. */
        private static String inChunks(String body) {
            StringBuilder chunks = new StringBuilder();
            for (int from = 0; from < body.length(); from += 7) {
                String chunk = body.substring(from, Math.min(body.length(), from + 7));
                chunks.append(Integer.toHexString(chunk.length()))
                        .append("\r\n")
                        .append(chunk)
                        .append("\r\n");
            }
            return chunks + "0\r\n\r\n";
        }
    }
}
