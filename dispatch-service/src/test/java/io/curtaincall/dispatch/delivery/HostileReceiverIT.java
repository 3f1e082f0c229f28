package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a callback whose receiver means harm. All that a receiver may do is done over real sockets, here and in
 * {@link RetryAfterIT}, in {@code sending} in {@code MisbehavingReceiverIT}, {@code MisbehavingAfterwardsIT}, {@code
 * MisbehavingTlsIT} and {@code MisbehavingDnsIT}, in acceptance's {@code ReceiverIT} and in config's {@code HeadersIT}:
 *
 * <ol>
 *   <li>a body of a byte a second: {@code the_deadline_fires_within_a_body_of_a_byte_a_second_and_the_bytes_are_told}
 *   <li>no head, or a byte of it a second: {@code the_deadline_fires_when_no_head_comes_or_one_byte_of_it_a_second}
 *   <li>10 GB of body: {@code of_a_body_of_ten_gigabytes_no_more_than_the_cap_is_read}
 *   <li>a compressed bomb: {@code a_compressed_body_is_kept_as_it_came_and_never_inflated}
 *   <li>endless heads: {@code heads_beyond_the_cap_are_refused_by_line_by_number_and_in_all}
 *   <li>interim answers: {@code few_interim_answers_are_passed_over_and_many_are_a_protocol_error}
 *   <li>101: {@code another_protocol_is_not_switched_to}
 *   <li>bodies that are not as they say: {@code the_status_judges_whatever_the_body_is_and_the_connection_is_left}
 *   <li>more after the answer: all of {@code MisbehavingAfterwardsIT}
 *   <li>a reset within the body: {@code a_reset_within_the_body_is_noted_and_the_status_stands}
 *   <li>redirects: {@code a_redirect_is_recorded_and_nothing_is_dialled}
 *   <li>410: {@code a_receiver_that_is_gone_for_good_is_not_asked_again_until_its_config_is_enabled}
 *   <li>Retry-After: all of {@link RetryAfterIT}
 *   <li>TLS that is expired, wrong, self-signed, 1.0: all of {@code MisbehavingTlsIT}
 *   <li>a name that was public: {@link
 *       #a_name_that_has_come_to_mean_loopback_costs_attempts_and_no_packet_and_the_schedule_goes_on}
 *   <li>a name that flips: {@code a_name_is_looked_up_once_for_each_attempt_and_what_was_vetted_is_dialled}
 *   <li>500 addresses: {@code the_last_of_five_hundred_addresses_is_vetted_too} and {@code
 *       of_five_hundred_addresses_the_first_three_are_dialled}
 *   <li>a kept connection that is closed: {@code
 *       a_kept_connection_that_is_closed_after_the_request_was_sent_is_a_failure_and_nothing_is_sent_again}
 *   <li>bytes that are no text: {@link #bytes_of_a_head_that_are_no_text_are_on_record_as_they_came} and {@code
 *       bytes_of_a_head_that_are_no_text_are_shown_escaped_and_never_as_they_came}
 *   <li>headers of a config that would change the request: {@code a_name_that_is_not_the_configs_to_set_is_refused} and
 *       {@code a_value_that_is_no_header_s_is_refused_without_being_repeated}
 * </ol>
 */
class HostileReceiverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOMAIN = "live.example.com";

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final CallbackReceiver receiver = CallbackReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
        store.close();
    }

    @Test
    void a_name_that_has_come_to_mean_loopback_costs_attempts_and_no_packet_and_the_schedule_goes_on() {
        String name = "http://localhost:" + receiver.port() + "/hook";
        List<CallbackAttempted> attempts;
        try (DispatchNode node = DispatchNode.on(
                        store, "curtaincall.egress.allow=10.9.9.9/32", "dispatch.delivery.schedule=200ms,200ms")
                .letOperatorIn()) {
            attempts = attempts(node, name, 5);
        }
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.outcome()).isInstanceOf(Failed.class);
            assertThat(((Failed) attempt.outcome()).failure()).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(attempt.address()).isNull();
        });
        assertThat(attempts.subList(0, 4)).allMatch(attempt -> attempt.verdict() instanceof RetryAt);
        assertThat(attempts.getLast().verdict()).isInstanceOf(Abandoned.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void bytes_of_a_head_that_are_no_text_are_on_record_as_they_came() {
        receiver.on(
                "/odd", Answer.raw("HTTP/1.1 200 OK\r\nX\u0000.$Odd: a\rb\u0000\u00ff\r\nContent-Length: 0\r\n\r\n"));
        try (DispatchNode node = DispatchNode.on(store).letOperatorIn()) {
            CallbackAttempted attempt = attempts(node, receiver.url("/odd"), 1).getFirst();
            assertThat(((Responded) attempt.outcome()).headers()).containsEntry("X\u0000.$Odd", "a\rb\u0000\u00ff");
        }
    }

    private static List<CallbackAttempted> attempts(DispatchNode node, String url, int number) {
        node.assign(DOMAIN).config("hostile", DOMAIN, url);
        ReportedEvent event = LiveEvents.started(DOMAIN, "app", "stream");
        node.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.attempts(event, "hostile")).hasSize(number));
        return node.attempts(event, "hostile");
    }
}
