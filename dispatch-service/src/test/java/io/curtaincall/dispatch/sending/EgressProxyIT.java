package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.message;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ConnectProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks by an egress proxy: it is told vetted addresses only, and the receiver sees what it would see without. */
class EgressProxyIT {
    private static final String NAME = "hooks.example.com";
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName(NAME).build();
    private static final HandshakeCertificates TLS = new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();

    @Test
    void a_receiver_is_reached_by_its_vetted_address_and_called_by_its_name() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.start();
                CallbackReceiver receiver = CallbackReceiver.start();
                HttpCallbackSender sender = by(proxy, null, null, "127.0.0.1")) {
            Exchange exchange = sender.send(request("http://" + NAME + ":" + receiver.port() + "/hook"));
            assertThat(responded(exchange).status()).isEqualTo(200);
            assertThat(exchange.address())
                    .startsWith("127.0.0.1:" + receiver.port())
                    .contains("allowed by rule")
                    .endsWith(" by proxy 127.0.0.1:" + proxy.port());
            String authority = "127.0.0.1:" + receiver.port();
            assertThat(proxy.heads())
                    .containsExactly("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n");
            assertThat(receiver.requests().getFirst().header("host")).isEqualTo(NAME + ":" + receiver.port());
            assertThat(receiver.requests().getFirst().path()).isEqualTo("/hook");
        }
    }

    @Test
    void tls_is_spoken_with_the_receiver_through_the_proxy_and_the_connection_kept() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.start();
                CallbackReceiver receiver = CallbackReceiver.startTls(TLS.sslContext());
                HttpCallbackSender sender = by(proxy, "user", "p:ss", "127.0.0.1")) {
            for (int i = 0; i < 2; i++) {
                Exchange exchange = sender.send(request("https://" + NAME + ":" + receiver.port() + "/hook"));
                assertThat(responded(exchange).status()).isEqualTo(200);
            }
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .contains("Proxy-Authorization: Basic dXNlcjpwOnNz\r\n")
                    .doesNotContain(NAME);
            assertThat(receiver.requests()).hasSize(2);
            assertThat(receiver.requests().getFirst().headers().toString()).doesNotContain("dXNlcjpwOnNz");
        }
    }

    @Test
    void a_proxy_that_asks_is_shown_the_password_and_what_it_repeats_of_another_is_not_on_record() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.asking("user", "right-password");
                CallbackReceiver receiver = CallbackReceiver.start();
                HttpCallbackSender right = by(proxy, "user", "right-password", "127.0.0.1");
                HttpCallbackSender wrong = by(proxy, "user", "wrong-password", "127.0.0.1")) {
            String url = "http://" + NAME + ":" + receiver.port() + "/hook";
            assertThat(responded(right.send(request(url))).status()).isEqualTo(200);
            Exchange refused = wrong.send(request(url));
            assertThat(failure(refused)).isEqualTo(FailureClass.PROXY_FAILED);
            assertThat(message(refused)).endsWith("answered CONNECT with 407");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void what_the_policy_refuses_is_not_even_asked_of_the_proxy() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.start();
                HttpCallbackSender sender = by(proxy, null, null, "169.254.169.254")) {
            Exchange exchange = sender.send(request("http://" + NAME + "/latest"));
            assertThat(failure(exchange)).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 403 Forbidden", "HTTP/1.0 407 Who are you", "HTTP/1.1 502 Bad Gateway"})
    void a_proxy_that_refuses_is_a_failure_of_its_own(String answer) throws IOException {
        try (ConnectProxy proxy = ConnectProxy.refusing(answer);
                CallbackReceiver receiver = CallbackReceiver.start();
                HttpCallbackSender sender = by(proxy, null, null, "127.0.0.1")) {
            Exchange exchange = sender.send(request(receiver.url("/hook")));
            assertThat(failure(exchange)).isEqualTo(FailureClass.PROXY_FAILED);
            assertThat(message(exchange)).contains("answered CONNECT with " + answer.substring(9, 12));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void a_proxy_that_is_away_or_none_is_one_too() throws IOException {
        ConnectProxy gone = ConnectProxy.start();
        gone.close();
        try (ConnectProxy mute = ConnectProxy.refusing("220 mail.example.com ESMTP");
                HttpCallbackSender byGone = by(gone, null, null, "127.0.0.1");
                HttpCallbackSender byMute = by(mute, null, null, "127.0.0.1")) {
            Exchange exchange = byGone.send(request("http://" + NAME + ":9/hook"));
            assertThat(failure(exchange)).isEqualTo(FailureClass.PROXY_FAILED);
            assertThat(message(exchange)).contains("was not reached");
            assertThat(message(byMute.send(request("http://" + NAME + ":9/hook"))))
                    .contains("speaks no HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy:3128",
                "https://proxy:3128",
                "http://user:hush@proxy:3128",
                "http://proxy",
                "http://proxy:0"
            })
    void what_is_no_address_of_a_proxy_is_refused_without_being_repeated(String url) {
        EgressProxyProperties properties = new EgressProxyProperties(url, null, "hush");
        assertThatThrownBy(properties::chosen)
                .hasMessageContaining("http://host:port")
                .hasMessageNotContaining("hush");
        assertThat(properties.toString()).doesNotContain("hush");
    }

    @Test
    void without_the_setting_there_is_none_whatever_the_environment_and_the_properties_of_the_jvm_say()
            throws IOException {
        List<String> names = List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");
        names.forEach(name -> System.setProperty(name, "192.0.2.1"));
        try (CallbackReceiver receiver = CallbackReceiver.start();
                HttpCallbackSender sender =
                        sender(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, "127.0.0.0/8")) {
            assertThat(new EgressProxyProperties(null, null, null).chosen()).isNull();
            assertThat(responded(sender.send(request("http://" + NAME + ":" + receiver.port() + "/hook")))
                            .status())
                    .isEqualTo(200);
        } finally {
            names.forEach(System::clearProperty);
        }
    }

    private static HttpCallbackSender by(
            ConnectProxy proxy, @Nullable String user, @Nullable String password, String address) {
        return sender(
                TLS.sslContext(),
                EgressProxy.of(proxy.url(), user, password),
                host -> new InetAddress[] {SenderUnderTest.address(address)},
                "127.0.0.0/8");
    }
}
