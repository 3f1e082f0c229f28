package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.body;
import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.message;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a receiver may do, in the order of the table in docs/operations.md. The rest is in {@link MisbehavingAfterwardsIT},
 * {@link MisbehavingTlsIT} and {@link MisbehavingDnsIT}; what follows an answer is the delivery's matter.
 */
class MisbehavingReceiverIT {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String EMPTY = "Content-Length: 0\r\n\r\n";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int CAP = 64 * 1024;

    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final HttpCallbackSender sender = sender(InetAddress::getAllByName, "127.0.0.0/8");

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    @Test
    void the_deadline_fires_within_a_body_of_a_byte_a_second_and_the_bytes_are_told() {
        receiver.on("/drip", new Answer.Drip(200, 1000, SECOND));
        Exchange exchange = sendTo("/drip");
        assertThat(failure(exchange)).isEqualTo(FailureClass.TIMEOUT);
        assertThat(message(exchange)).contains("status 200").containsPattern("after [1-4] bytes$");
        String soFar = ((Failed) exchange.outcome()).bodySoFar();
        assertThat(new String(Base64.getDecoder().decode(Objects.requireNonNull(soFar)), StandardCharsets.US_ASCII))
                .matches("\\.{1,4}");
        assertThat(exchange.timing().totalMillis()).isBetween(3_900L, 40_000L);
    }

    static Stream<Answer> headsThatNeverEnd() {
        return Stream.of(Answer.hang(), new Answer.Trickle(OK + EMPTY, SECOND));
    }

    @ParameterizedTest
    @MethodSource("headsThatNeverEnd")
    void the_deadline_fires_when_no_head_comes_or_one_byte_of_it_a_second(Answer answer) {
        receiver.on("/slow", answer);
        Exchange exchange = sendTo("/slow");
        assertThat(failure(exchange)).isEqualTo(FailureClass.TIMEOUT);
        assertThat(exchange.timing().totalMillis()).isBetween(3_900L, 40_000L);
    }

    @Test
    void of_a_body_of_ten_gigabytes_no_more_than_the_cap_is_read() {
        AtomicLong sent = new AtomicLong();
        receiver.on("/long", new Answer.Flood(200, 10L << 30, sent));
        Exchange exchange = sendTo("/long");
        assertThat(responded(exchange).truncated()).isTrue();
        assertThat(body(exchange)).hasSize(CAP);
        assertThat(connectionOfNext()).isEqualTo(2);
        await().during(Duration.ofMillis(300)).until(() -> sent.get() < 100 << 20);
    }

    @Test
    void a_compressed_body_is_kept_as_it_came_and_never_inflated() throws Exception {
        byte[] bomb = gzip(new byte[20 << 20]);
        receiver.on(
                "/zip",
                Answer.raw(OK + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n"
                        + new String(bomb, ISO_8859_1)));
        assertThat(body(sendTo("/zip"))).isEqualTo(bomb).hasSizeLessThan(CAP);
        assertThat(receiver.requests().getFirst().header("accept-encoding")).isEqualTo("identity");
    }

    @Test
    void heads_beyond_the_cap_are_refused_by_line_by_number_and_in_all() {
        receiver.on("/line", Answer.raw(OK + "X: " + "x".repeat(1_000_000) + "\r\n\r\n"));
        receiver.on("/many", Answer.raw(OK + "X: y\r\n".repeat(2000) + EMPTY));
        receiver.on("/sum", Answer.raw(OK + ("X: " + "x".repeat(1000) + "\r\n").repeat(100) + "\r\n"));
        assertThat(List.of(sendTo("/line"), sendTo("/many"), sendTo("/sum")))
                .extracting(SenderUnderTest::failure)
                .containsOnly(FailureClass.RESPONSE_HEADER_TOO_LARGE);
        receiver.on("/just", Answer.raw(OK + "X: y\r\n".repeat(1999) + EMPTY));
        assertThat(responded(sendTo("/just")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"})
    void few_interim_answers_are_passed_over_and_many_are_a_protocol_error(String interim) {
        receiver.on("/few", Answer.raw(interim.repeat(3) + OK + "Connection: close\r\n" + EMPTY));
        receiver.on("/flood", Answer.raw(interim.repeat(1000)));
        assertThat(responded(sendTo("/few")).status()).isEqualTo(200);
        assertThat(failure(sendTo("/flood"))).isEqualTo(FailureClass.PROTOCOL_ERROR);
    }

    @Test
    void another_protocol_is_not_switched_to() {
        receiver.on("/switch", Answer.raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n" + OK + EMPTY));
        assertThat(failure(sendTo("/switch"))).isEqualTo(FailureClass.PROTOCOL_ERROR);
        assertThat(connectionOfNext()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"
            })
    void the_status_judges_whatever_the_body_is_and_the_connection_is_left(String answer) {
        receiver.on("/odd", new Answer.Raw(answer, false));
        assertThat(responded(sendTo("/odd"))).matches(r -> r.status() <= 204 && r.bodyError() != null);
        assertThat(connectionOfNext()).isEqualTo(2);
    }

    @Test
    void extensions_of_chunks_are_passed_over_and_cost_the_connection_only() {
        String chunks = "Transfer-Encoding: chunked\r\n\r\n5;=\"\u0000;;junk\r\nhello\r\n0;x\r\n\r\n";
        receiver.on("/odd", new Answer.Raw(OK + chunks, false));
        assertThat(responded(sendTo("/odd")))
                .returns("aGVsbG8=", Responded::body)
                .returns(null, Responded::bodyError);
        assertThat(connectionOfNext()).isEqualTo(2);
    }

    @Test
    void a_connection_is_kept_after_chunks_in_order() {
        String chunks = "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
        receiver.on("/chunks", new Answer.Raw(OK + chunks, false));
        assertThat(body(sendTo("/chunks"))).asString().isEqualTo("hello");
        assertThat(connectionOfNext()).isEqualTo(1);
    }

    @Test
    void a_body_that_is_shorter_than_it_says_is_noted_and_one_without_a_length_ends_with_the_connection() {
        receiver.on("/short", Answer.raw(OK + "Content-Length: 9\r\n\r\nhello"));
        receiver.on("/open", Answer.raw(OK + "\r\nhello"));
        assertThat(responded(sendTo("/short")).bodyError()).isNotNull();
        assertThat(responded(sendTo("/open")))
                .returns("aGVsbG8=", Responded::body)
                .returns(null, Responded::bodyError);
    }

    @Test
    void a_reset_within_the_body_is_noted_and_the_status_stands() {
        receiver.on("/cut", new Answer.ResetInBody(200));
        Responded responded = responded(sendTo("/cut"));
        assertThat(responded.status()).isEqualTo(200);
        assertThat(responded.bodyError()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_recorded_and_nothing_is_dialled(int status) {
        try (CallbackReceiver metadata = CallbackReceiver.start()) {
            String there = metadata.url("/latest/meta-data");
            receiver.on("/imds", Answer.withHeader(status, "Location", "http://169.254.169.254/latest/meta-data"));
            receiver.on("/moved", Answer.withHeader(status, "Location", there));
            assertThat(responded(sendTo("/imds")).headers())
                    .containsEntry("Location", "http://169.254.169.254/latest/meta-data");
            assertThat(responded(sendTo("/moved")).status()).isEqualTo(status);
            sender.send(request(there));
            assertThat(metadata.requests()).singleElement().returns(1, first -> first.connection());
        }
    }

    static Stream<Answer> endsWithoutAnAnswer() {
        return Stream.of(Answer.reset(), Answer.raw(""));
    }

    @ParameterizedTest
    @MethodSource("endsWithoutAnAnswer")
    void a_kept_connection_that_is_closed_after_the_request_was_sent_is_a_failure_and_nothing_is_sent_again(
            Answer answer) {
        receiver.on("/closed", answer);
        try (HttpCallbackSender other = sender(
                host -> new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.getLoopbackAddress()},
                "127.0.0.0/8")) {
            String base = "http://hooks.example.com:" + receiver.port();
            other.send(request(base + "/first"));
            assertThat(failure(other.send(request(base + "/closed")))).isEqualTo(FailureClass.CONNECTION_FAILED);
            assertThat(receiver.requestsTo("/closed")).singleElement().returns(1, closed -> closed.connection());
        }
    }

    @Test
    void bytes_of_a_head_that_are_no_text_are_kept_each_as_one_character() {
        receiver.on("/bytes", Answer.raw(OK + "X-Odd: \t a\rb  \u0000c\u001b[31m\u00c3\u00a9\u00ff\r\n" + EMPTY));
        assertThat(responded(sendTo("/bytes")).headers())
                .containsEntry("X-Odd", "a\rb  \u0000c\u001b[31m\u00c3\u00a9\u00ff");
    }

    @Test
    void a_line_feed_ends_a_header_and_what_follows_has_to_be_one_too() {
        receiver.on("/split", Answer.raw(OK + "Connection: close\nX-One: a\nX-Two: b\r\n" + EMPTY));
        receiver.on("/broken", Answer.raw(OK + "X-One: a\nno header\r\n" + EMPTY));
        assertThat(responded(sendTo("/split")).headers())
                .containsEntry("X-One", "a")
                .containsEntry("X-Two", "b");
        assertThat(failure(sendTo("/broken"))).isEqualTo(FailureClass.PROTOCOL_ERROR);
    }

    private Exchange sendTo(String path) {
        return sender.send(request(receiver.url(path)));
    }

    /** The next callback is not confused; on which connection it went. */
    private int connectionOfNext() {
        assertThat(responded(sendTo("/next")).status()).isEqualTo(200);
        return receiver.requestsTo("/next").getFirst().connection();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
