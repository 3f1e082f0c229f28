package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.hook.HookKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class HookCommandIT {
    @TempDir
    private static Path temp = Path.of("replaced by JUnit");

    private static CurtaincallProcess up;
    private static String url = "";

    @BeforeAll
    static void start() throws Exception {
        up = CurtaincallProcess.run("up", "--port", "0", "--data", temp.toString());
        url = up.awaitLine("is ready at").replaceAll(".*(http://[0-9.:]+).*", "$1");
    }

    @AfterAll
    static void stop() throws Exception {
        up.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_gets_a_source_and_lines_to_paste(HookKind kind) throws Exception {
        List<String> more = kind.proof() == HookKind.Proof.KEY_AND_SECRET
                ? List.of("--server-key", "APIx", "--server-secret", "planted-secret")
                : List.of();
        Outcome told = hook(kind.wireName(), more);
        assertThat(told.code).as(told.err).isZero();
        assertThat(told.out)
                .contains("Hook source hs_", "hooks.example.com", url + "/hooks/" + kind.wireName() + "/")
                .doesNotContain("{url}", "{root}", "{key}", "planted-secret");
        assertThat(answer(hookUrl(told.out))).isEqualTo(kind == HookKind.LIVEKIT ? 401 : 200);
    }

    @Test
    void what_the_running_installation_refuses_is_told_in_one_sentence() {
        Outcome told = hook("livekit", List.of());
        assertThat(told.code).isEqualTo(1);
        assertThat(told.err).hasLineCount(1).contains("serverKey").doesNotContain("Exception");
    }

    @Test
    void a_kind_that_is_none_is_answered_with_those_that_are() {
        Outcome told = hook("wowza", List.of());
        assertThat(told.code).isEqualTo(2);
        assertThat(told.err).hasLineCount(1).contains("'wowza'", "nginx-rtmp", "ant-media");
    }

    private record Outcome(int code, String out, String err) {}

    private static Outcome hook(String kind, List<String> more) {
        List<String> line = new ArrayList<>(List.of("hook", kind, "--domain", "hooks.example.com", "--url", url));
        line.addAll(List.of("--credentials", temp.resolve("credentials.json").toString()));
        line.addAll(more);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine curtaincall =
                Curtaincall.commandLine(false).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = curtaincall.execute(line.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static String hookUrl(String lines) {
        Matcher found = Pattern.compile(Pattern.quote(url) + "/hooks/[a-z-]+/[A-Za-z0-9_-]+")
                .matcher(lines);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static int answer(String hook) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hook))
                .POST(BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
