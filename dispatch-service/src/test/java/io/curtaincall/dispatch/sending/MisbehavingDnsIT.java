package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.address;
import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.policy;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.egress.NameResolver;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.testsupport.CallbackReceiver;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a receiver's name server may say, now this and now that. */
@ExtendWith(OutputCaptureExtension.class)
class MisbehavingDnsIT {
    private static final String METADATA = "169.254.169.254";
    private static final String HERE = "127.0.0.1";
    private static final String RULE = "127.0.0.0/8";

    private final CallbackReceiver receiver = CallbackReceiver.start();
    private final String url = "http://hooks.example.com:" + receiver.port() + "/hook";
    private final AtomicInteger lookUps = new AtomicInteger();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_name_that_was_public_when_it_was_saved_and_is_loopback_now_is_not_dialled() {
        NameResolver rebinding = inTurn("93.184.215.14", HERE);
        assertThat(policy(rebinding).checkUrl(url)).isEmpty();
        try (HttpCallbackSender sender = sender(rebinding)) {
            Exchange exchange = sender.send(request(url));
            assertThat(failure(exchange)).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(exchange.address()).isNull();
        }
        assertNobodyCalledYet();
    }

    @Test
    void a_name_is_looked_up_once_for_each_attempt_and_what_was_vetted_is_dialled() {
        try (HttpCallbackSender sender = sender(inTurn(HERE, METADATA, HERE), RULE)) {
            Exchange exchange = sender.send(request(url));
            assertThat(responded(exchange).status()).isEqualTo(200);
            assertThat(exchange.address()).startsWith(HERE + ":");
            assertThat(lookUps).hasValue(1);
            assertThat(failure(sender.send(request(url)))).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(responded(sender.send(request(url))).status()).isEqualTo(200);
        }
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void a_kept_connection_is_not_used_once_the_name_has_moved_to_another_address() {
        try (HttpCallbackSender sender = sender(inTurn(HERE, "127.0.0.77"), RULE)) {
            sender.send(request(url));
            Exchange moved = sender.send(request(url));
            assertThat(failure(moved)).isEqualTo(FailureClass.CONNECTION_REFUSED);
            assertThat(moved.address()).startsWith("127.0.0.77:");
        }
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void the_last_of_five_hundred_addresses_is_vetted_too() {
        try (HttpCallbackSender sender = sender(fiveHundred(499, METADATA), RULE)) {
            assertThat(failure(sender.send(request(url)))).isEqualTo(FailureClass.UNSAFE_ADDRESS);
        }
        assertNobodyCalledYet();
    }

    @Test
    void of_five_hundred_addresses_the_first_three_are_dialled() {
        try (HttpCallbackSender sender = sender(fiveHundred(3, HERE), RULE)) {
            Exchange exchange = sender.send(request(url));
            assertThat(failure(exchange)).isEqualTo(FailureClass.CONNECTION_REFUSED);
            assertThat(exchange.address()).startsWith("127.0.1.2:");
        }
        try (HttpCallbackSender sender = sender(fiveHundred(2, HERE), RULE)) {
            assertThat(responded(sender.send(request(url))).status()).isEqualTo(200);
        }
        assertThat(receiver.requests()).singleElement().returns(1, first -> first.connection());
    }

    @Test
    void each_use_of_an_exception_is_told_also_where_another_address_was_reached_in_the_end(CapturedOutput log) {
        try (HttpCallbackSender sender = sender(fiveHundred(1, HERE), RULE)) {
            Exchange exchange = sender.send(request(url));
            assertThat(responded(exchange).status()).isEqualTo(200);
            assertThat(exchange.rule()).isEqualTo(RULE);
            assertThat(exchange.address()).isEqualTo(HERE + ":" + receiver.port() + " (allowed by rule " + RULE + ")");
        }
        assertThat(log.getOut())
                .contains("127.0.1.0:" + receiver.port() + " (allowed by rule " + RULE
                        + ") was dialled in vain for hooks.example.com");
    }

    /** Whoever calls now is the first. */
    private void assertNobodyCalledYet() {
        try (HttpCallbackSender allowed = sender(InetAddress::getAllByName, RULE)) {
            allowed.send(request(receiver.url("/probe")));
        }
        assertThat(receiver.requests())
                .singleElement()
                .returns("/probe", first -> first.target())
                .returns(1, first -> first.connection());
    }

    private NameResolver inTurn(String... addresses) {
        return host -> new InetAddress[] {address(addresses[lookUps.getAndIncrement()])};
    }

    /** Addresses where nobody listens, but for one. */
    private static NameResolver fiveHundred(int index, String address) {
        return host -> IntStream.range(0, 500)
                .mapToObj(n -> n == index ? address : "127.0." + (1 + n / 250) + "." + n % 250)
                .map(SenderUnderTest::address)
                .toArray(InetAddress[]::new);
    }
}
