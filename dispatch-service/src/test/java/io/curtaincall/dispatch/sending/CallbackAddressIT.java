package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.egress.NameResolver;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.testsupport.CallbackReceiver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of a receiver's addresses is dialled, and which never is. */
class CallbackAddressIT {
    private final CallbackReceiver receiver = CallbackReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void no_packet_goes_to_an_address_that_the_policy_refuses() {
        try (HttpCallbackSender strict = sender(InetAddress::getAllByName)) {
            Exchange exchange = strict.send(request(receiver.url("/")));
            assertThat(failure(exchange)).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(exchange.address()).isNull();
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void one_refused_address_among_those_of_a_name_is_enough() {
        NameResolver mixed =
                host -> new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.getByName("169.254.169.254")};
        try (HttpCallbackSender careful = sender(mixed, "127.0.0.0/8")) {
            Exchange exchange = careful.send(request("http://hooks.example.com:" + receiver.port() + "/"));
            assertThat(failure(exchange)).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void the_name_stays_in_the_host_header_and_the_next_address_is_tried() {
        NameResolver two =
                host -> new InetAddress[] {InetAddress.getByName("127.0.0.77"), InetAddress.getLoopbackAddress()};
        try (HttpCallbackSender named = sender(two, "127.0.0.0/8")) {
            Exchange exchange = named.send(request("http://hooks.example.com:" + receiver.port() + "/n"));
            assertThat(exchange.address()).startsWith("127.0.0.1:");
            assertThat(receiver.requests().getFirst().header("host")).isEqualTo("hooks.example.com:" + receiver.port());
        }
    }

    @Test
    void a_name_that_is_not_known_is_a_failure_of_dns() {
        NameResolver none = host -> {
            throw new UnknownHostException(host);
        };
        try (HttpCallbackSender lost = sender(none)) {
            assertThat(failure(lost.send(request("http://nowhere.example.com/"))))
                    .isEqualTo(FailureClass.DNS_FAILED);
        }
    }
}
