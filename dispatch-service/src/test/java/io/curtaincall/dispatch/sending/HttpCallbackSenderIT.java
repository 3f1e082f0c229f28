package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallbackSenderIT {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final HttpCallbackSender sender = sender(InetAddress::getAllByName, "127.0.0.0/8");

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    @Test
    void the_request_arrives_as_it_was_put_together() {
        Exchange exchange = sendTo("/hook?a=1");
        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/hook?a=1");
            assertThat(request.text()).isEqualTo("{\"é\":1}");
            assertThat(request.headers())
                    .containsEntry("host", "127.0.0.1:" + receiver.port())
                    .containsEntry("user-agent", "Curtaincall/test")
                    .containsEntry("accept-encoding", "identity")
                    .containsEntry("content-length", "8")
                    .containsEntry("webhook-id", "cb")
                    .doesNotContainKeys("transfer-encoding", "expect", "cookie");
        });
        assertThat(exchange.address()).isEqualTo("127.0.0.1:" + receiver.port() + " (allowed by rule 127.0.0.0/8)");
        assertThat(exchange.timing().connectedMillis()).isNotNull();
        assertThat(exchange.timing().firstByteMillis()).isNotNull();
    }

    @Test
    void a_connection_is_used_again() {
        sendTo("/a");
        sendTo("/b");
        assertThat(receiver.requests()).extracting("connection").containsExactly(1, 1);
    }

    @Test
    void a_kept_connection_that_is_closed_before_the_answer_is_a_failed_attempt_and_nothing_is_sent_again() {
        receiver.on("/reset", Answer.reset());
        sendTo("/a");
        assertThat(failure(sendTo("/reset"))).isEqualTo(FailureClass.CONNECTION_FAILED);
        assertThat(receiver.count("/reset")).isEqualTo(1);
    }

    @Test
    void a_redirect_is_only_recorded() {
        receiver.on("/moved", Answer.withHeader(307, "Location", receiver.url("/there")));
        assertThat(responded(sendTo("/moved")).status()).isEqualTo(307);
        assertThat(receiver.count("/there")).isZero();
    }

    @Test
    void the_deadline_fires_when_no_head_comes() {
        receiver.on("/hang", Answer.hang());
        Exchange exchange = sendTo("/hang");
        assertThat(failure(exchange)).isEqualTo(FailureClass.TIMEOUT);
        assertThat(exchange.timing().totalMillis()).isBetween(3_900L, 40_000L);
    }

    @Test
    void the_deadline_fires_within_a_body_that_drips() {
        receiver.on("/drip", new Answer.Drip(200, 1000, Duration.ofMillis(100)));
        Exchange exchange = sendTo("/drip");
        assertThat(failure(exchange)).isEqualTo(FailureClass.TIMEOUT);
        assertThat(((Failed) exchange.outcome()).message()).contains("status 200");
    }

    @Test
    void a_long_body_is_cut_at_the_cap() {
        receiver.on("/long", Answer.withBody(200, "x".repeat(200_000)));
        Responded responded = responded(sendTo("/long"));
        assertThat(responded.truncated()).isTrue();
        assertThat(Base64.getDecoder().decode(responded.body())).hasSize(65_536);
        sendTo("/next");
        assertThat(receiver.requestsTo("/next").getFirst().connection()).isEqualTo(2);
    }

    @Test
    void a_reset_within_the_body_is_noted_and_the_status_stands() {
        receiver.on("/cut", new Answer.ResetInBody(200));
        Responded responded = responded(sendTo("/cut"));
        assertThat(responded.status()).isEqualTo(200);
        assertThat(responded.bodyError()).isNotNull();
    }

    @Test
    void a_compressed_body_is_kept_as_it_came() {
        receiver.on(
                "/zip", Answer.raw(OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\u0000\u00ff"));
        assertThat(Base64.getDecoder().decode(responded(sendTo("/zip")).body()))
                .isEqualTo("\u001f\u008b\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void heads_beyond_the_cap_are_refused_by_line_by_number_and_in_all() {
        receiver.on("/line", Answer.raw(OK + "X: " + "x".repeat(1_000_000) + "\r\n\r\n"));
        receiver.on("/many", Answer.raw(OK + "X: y\r\n".repeat(100_000) + "\r\n"));
        receiver.on("/sum", Answer.raw(OK + ("X: " + "x".repeat(1000) + "\r\n").repeat(100) + "\r\n"));
        assertThat(List.of(sendTo("/line"), sendTo("/many"), sendTo("/sum")))
                .extracting(SenderUnderTest::failure)
                .containsOnly(FailureClass.RESPONSE_HEADER_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 TWO OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2p1\r\n",
                "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"
            })
    void what_is_not_an_http_answer_is_a_protocol_error(String answer) {
        receiver.on("/odd", Answer.raw(answer));
        assertThat(failure(sendTo("/odd"))).isEqualTo(FailureClass.PROTOCOL_ERROR);
    }

    @Test
    void few_interim_answers_are_passed_over_and_many_are_a_protocol_error() {
        String hints = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        receiver.on("/few", Answer.raw(hints.repeat(3) + OK + "Connection: close\r\nContent-Length: 0\r\n\r\n"));
        receiver.on("/flood", Answer.raw(hints.repeat(1000)));
        assertThat(responded(sendTo("/few")).status()).isEqualTo(200);
        assertThat(failure(sendTo("/flood"))).isEqualTo(FailureClass.PROTOCOL_ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\n\r\nhello"
            })
    void the_status_judges_whatever_the_body_is_and_the_next_callback_is_not_confused(String answer) {
        receiver.on("/odd", Answer.raw(answer));
        assertThat(responded(sendTo("/odd")).status()).isBetween(200, 204);
        assertThat(responded(sendTo("/next")).status()).isEqualTo(200);
    }

    @Test
    void nothing_listening_is_connection_refused() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThat(failure(sender.send(request("http://127.0.0.1:" + port + "/"))))
                .isEqualTo(FailureClass.CONNECTION_REFUSED);
    }

    @Test
    void a_plain_server_is_no_tls_server() {
        receiver.on("/", Answer.ok());
        assertThat(failure(sender.send(request("https://127.0.0.1:" + receiver.port() + "/"))))
                .isIn(FailureClass.TLS_FAILED, FailureClass.TIMEOUT, FailureClass.CONNECTION_FAILED);
    }

    private Exchange sendTo(String path) {
        return sender.send(request(receiver.url(path)));
    }
}
