package io.curtaincall.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases that every dialect must pass, each in its own words. */
public abstract class DialectContract {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final Duration WINDOW = Duration.ofMinutes(15);

    protected final DialectProcess process = DialectProcess.shared();
    private final String account = "contract" + ACCOUNTS.incrementAndGet() + "-0";
    private final String keyId = process.openAccount(account);

    /**
     * The codes of what a dialect does not let in.
     *
     * @param wrong of a signature that does not fit, be it that of another secret or of another request
     */
    public record Words(String unknownKey, String wrong, String otherTime, String unsigned, String tooLarge) {}

    protected abstract Words words();

    /** A request of the account that asks for something and changes nothing, whole and signed. */
    protected abstract String asking(String account, String keyId, String secret, Instant at) throws Exception;

    /** The same request after somebody on the way has changed what it asks for. */
    protected abstract String changed(String signed);

    /** One that nobody signed. */
    protected abstract String unsigned(String account);

    /** One whose body is longer than any may be. */
    protected abstract String tooLarge(String account);

    protected abstract String code(JsonNode answer);

    /** @param whole with its headers */
    protected abstract String requestId(String whole);

    @Test
    void a_signed_request_is_answered() throws Exception {
        assertThat(status(exchange(good(Duration.ZERO)))).isEqualTo(200);
    }

    @Test
    void a_minute_within_the_quarter_of_an_hour_is_let_in_and_one_beyond_is_not() throws Exception {
        for (Duration off :
                Set.of(WINDOW.minusMinutes(1), WINDOW.minusMinutes(1).negated())) {
            assertThat(status(exchange(good(off)))).as("%s", off).isEqualTo(200);
        }
        for (Duration off : Set.of(WINDOW.plusMinutes(1), WINDOW.plusMinutes(1).negated())) {
            requireRefused(exchange(good(off)), words().otherTime());
        }
    }

    @Test
    void who_has_no_key_or_not_its_secret_stays_outside() throws Exception {
        Instant now = Instant.now();
        requireRefused(exchange(asking(account, "AKnobody", DialectProcess.SECRET, now)), words().unknownKey());
        requireRefused(exchange(asking(account, keyId, "wrong", now)), words().wrong());
        requireRefused(exchange(unsigned(account)), words().unsigned());
    }

    @Test
    void what_was_changed_on_the_way_is_refused() throws Exception {
        String signed = good(Duration.ZERO);
        String changed = changed(signed);
        assertThat(changed).isNotEqualTo(signed);
        requireRefused(exchange(changed), words().wrong());
    }

    @Test
    void a_body_beyond_the_limit_is_refused_in_the_same_words_as_all() throws Exception {
        String answer = exchange(tooLarge(account));
        assertThat(status(answer)).isEqualTo(413);
        assertThat(code(json(answer))).isEqualTo(words().tooLarge());
    }

    @Test
    void every_answer_has_an_id_of_its_own_and_none_a_secret() throws Exception {
        String[] answers = {
            exchange(good(Duration.ZERO)),
            exchange(good(Duration.ofMillis(1500))),
            exchange(asking(account, keyId, "wrong", Instant.now())),
            exchange(unsigned(account)),
            exchange(tooLarge(account))
        };
        assertThat(Stream.of(answers).map(this::requestId).collect(Collectors.toSet()))
                .hasSize(answers.length)
                .doesNotContain("");
        assertThat(String.join("\n", answers)).doesNotContain(DialectProcess.SECRET);
    }

    private String good(Duration off) throws Exception {
        return asking(account, keyId, DialectProcess.SECRET, Instant.now().plus(off));
    }

    private void requireRefused(String answer, String code) {
        assertThat(status(answer)).isBetween(400, 499);
        assertThat(code(json(answer))).isEqualTo(code);
        assertThat(requestId(answer)).isNotEmpty();
    }

    protected static JsonNode json(String whole) {
        return new JsonMapper().readTree(whole.substring(whole.indexOf("\r\n\r\n") + 4));
    }

    protected static String header(String whole, String name) {
        return whole.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static int status(String whole) {
        return Integer.parseInt(whole.substring(9, 12));
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), process.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
