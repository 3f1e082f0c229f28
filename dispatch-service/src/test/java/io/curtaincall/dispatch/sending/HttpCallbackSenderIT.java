package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallbackSenderIT {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 TWO OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2p1\r\n",
                "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"
            })
    void what_is_not_an_http_answer_is_a_protocol_error(String answer) {
        receiver.on("/odd", Answer.raw(answer));
        assertThat(failure(sendTo("/odd"))).isEqualTo(FailureClass.PROTOCOL_ERROR);
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

    private Exchange sendTo(String path) {
        return sender.send(request(receiver.url(path)));
    }
}
