package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunIT {
    @TempDir
    private Path temp = Path.of("replaced by JUnit");

    @Test
    void it_says_where_it_is_works_and_stops_cleanly_and_starts_again() throws Exception {
        startAskAndStop();
        startAskAndStop();
    }

    private void startAskAndStop() throws Exception {
        try (CurtaincallProcess up = CurtaincallProcess.run("up", "--port", "0", "--data", folder())) {
            String ready = up.awaitLine("is ready at");
            URI address = URI.create(ready.replaceAll(".*(http://[0-9.:]+).*", "$1"));

            assertThat(status(address.resolve("/actuator/health"))).isEqualTo(200);
            assertThat(status(address.resolve("/v1/callback-records"))).isEqualTo(401);
            assertThat(status(address.resolve("/actuator/prometheus"))).isEqualTo(401);
            assertThat(ask(up.awaitLine("try"))).startsWith("{\"records\":");
            long asked = System.nanoTime();
            up.stop();
            assertThat(up.awaitExit()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
            assertThat(up.output()).contains("Stopped").doesNotContain("Exception");
        }
    }

    /** The command as it stands in the message, in a shell as a person would paste it. */
    private static String ask(String tryLine) throws Exception {
        String command = tryLine.substring(tryLine.indexOf("curl"));
        Process shell = new ProcessBuilder("sh", "-c", command).start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return answer;
    }

    private static int status(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private String folder() {
        return temp.resolve("data").toString();
    }
}
