package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ConnectProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a receiver may say on a kept connection after its answer: no later callback takes it for its own. */
class MisbehavingAfterwardsIT {
    private static final String NAME = "hooks.example.com";
    private static final String EMPTY = "Content-Length: 0\r\n\r\n";
    private static final Said UNASKED = new Said("HTTP/1.1 500 Broken\r\n" + EMPTY, "HTTP/1.1 200 OK\r\n" + EMPTY);
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName(NAME).build();
    private static final HandshakeCertificates TLS = new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();

    /** An answer, and what comes a moment after it. */
    record Said(String answer, String more) {}

    static Stream<Said> belated() {
        return Stream.of(
                UNASKED,
                new Said("HTTP/1.1 200 OK\r\n" + EMPTY, "HTTP/1.1 408 Request Timeout\r\n" + EMPTY),
                new Said("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhe", "llo"),
                new Said("HTTP/1.1 204 No Content\r\n\r\n", "hello"),
                new Said("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "0\r\n\r\n"),
                new Said("HTTP/1.1 200 OK\r\n" + EMPTY, "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("belated")
    void what_comes_after_an_answer_is_no_later_callbacks(Said said) throws Exception {
        try (CallbackReceiver receiver = CallbackReceiver.start();
                HttpCallbackSender sender = by(null)) {
            assertNotTaken(said, receiver, sender, "http");
        }
    }

    @Test
    void nor_is_it_over_tls() throws Exception {
        try (CallbackReceiver receiver = CallbackReceiver.startTls(TLS.sslContext());
                HttpCallbackSender sender = by(null)) {
            assertNotTaken(UNASKED, receiver, sender, "https");
        }
    }

    @Test
    void nor_is_it_through_a_proxy() throws Exception {
        try (ConnectProxy proxy = ConnectProxy.start();
                CallbackReceiver receiver = CallbackReceiver.start();
                HttpCallbackSender sender = by(proxy)) {
            assertNotTaken(UNASKED, receiver, sender, "http");
            assertThat(proxy.heads()).hasSize(2);
        }
    }

    @Test
    void nor_is_it_over_tls_through_a_proxy() throws Exception {
        try (ConnectProxy proxy = ConnectProxy.start();
                CallbackReceiver receiver = CallbackReceiver.startTls(TLS.sslContext());
                HttpCallbackSender sender = by(proxy)) {
            assertNotTaken(UNASKED, receiver, sender, "https");
            assertThat(proxy.heads()).hasSize(2);
        }
    }

    @Test
    void a_connection_on_which_nothing_was_said_is_used_again_soon_and_later() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.start();
                CallbackReceiver receiver = CallbackReceiver.startTls(TLS.sslContext());
                HttpCallbackSender sender = by(proxy)) {
            send(sender, "https", receiver, "/");
            send(sender, "https", receiver, "/");
            await().during(Duration.ofMillis(300)).until(() -> receiver.count("/") == 2);
            send(sender, "https", receiver, "/");
            assertThat(receiver.requests()).extracting(r -> r.connection()).containsExactly(1, 1, 1);
        }
    }

    private static void assertNotTaken(Said said, CallbackReceiver receiver, HttpCallbackSender sender, String scheme)
            throws InterruptedException {
        CountDownLatch all = new CountDownLatch(1);
        receiver.on("/odd", new Answer.Belated(said.answer(), Duration.ofMillis(100), said.more(), all));
        receiver.on("/next", Answer.status(202));
        assertThat(said.answer())
                .contains(" " + send(sender, scheme, receiver, "/odd").status() + " ");
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        await().during(Duration.ofMillis(200)).until(() -> receiver.count("/next") == 0); // a proxy takes a moment
        assertThat(send(sender, scheme, receiver, "/next"))
                .returns(202, Responded::status)
                .returns(null, Responded::bodyError);
        assertThat(receiver.requestsTo("/next")).singleElement().returns(2, next -> next.connection());
    }

    private static Responded send(HttpCallbackSender sender, String scheme, CallbackReceiver receiver, String path) {
        return responded(sender.send(request(scheme + "://" + NAME + ":" + receiver.port() + path)));
    }

    private static HttpCallbackSender by(@Nullable ConnectProxy proxy) {
        return sender(
                TLS.sslContext(),
                proxy == null ? null : EgressProxy.of(proxy.url(), null, null),
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                "127.0.0.0/8");
    }
}
