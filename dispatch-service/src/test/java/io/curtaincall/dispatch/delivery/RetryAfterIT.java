package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a receiver asks to be left alone, byte for byte as it says it, and what is on record of it. */
class RetryAfterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final DateTimeFormatter FIXDATE = form("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter RFC_850 = form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = form("EEE MMM ppd HH:mm:ss uuuu");
    private static final AtomicInteger CASES = new AtomicInteger();
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE =
            DispatchNode.on(STORE, "dispatch.delivery.quick-attempts=1", "dispatch.delivery.schedule=100ms,100h");

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** What is said, and what is made of it. */
    private record Wish(Function<Instant, String> said, Duration understood) {
        static Wish of(String said, Duration understood) {
            return new Wish(now -> said, understood);
        }

        static Wish at(DateTimeFormatter form, Duration ahead, Duration understood) {
            return new Wish(now -> form.format(now.plus(ahead)), understood);
        }
    }

    static Stream<Wish> wishes() {
        return Stream.of(
                Wish.of("3600", HOUR),
                Wish.at(FIXDATE, HOUR, HOUR),
                Wish.at(RFC_850, HOUR, HOUR),
                Wish.at(ASCTIME, HOUR, HOUR),
                Wish.of("99999999999", DAY),
                Wish.of("9".repeat(400), DAY),
                Wish.at(FIXDATE, DAY.multipliedBy(3), DAY),
                Wish.at(RFC_850, DAY.multipliedBy(3), DAY),
                Wish.at(ASCTIME, DAY.multipliedBy(3), DAY));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void seconds_and_the_three_forms_of_a_date_are_honoured_up_to_a_day(Wish wish) {
        CallbackAttempted attempt = answered(503, now -> "Retry-After: " + wish.said.apply(now));
        RetryAt next = (RetryAt) attempt.verdict();
        assertThat(next.step()).isEqualTo("retry-after");
        assertThat(waited(attempt)).isBetween(wish.understood.minusSeconds(2), wish.understood.plus(SLOW));
        assertThat(header(attempt)).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatever_the_failure_the_first_of_several_counts_and_all_are_on_record(int status) {
        CallbackAttempted attempt = answered(status, now -> "Retry-After: 3600\r\nRetry-After: 7200");
        assertThat(waited(attempt)).isBetween(HOUR, HOUR.plus(SLOW));
        assertThat(header(attempt)).isEqualTo("3600, 7200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1e309",
                "0x10",
                "soon",
                "3600;x",
                "NaN",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Thursday, 01-Jan-70 00:00:00 GMT",
                "Thu Jan  1 00:00:00 1970",
                "Thu, 32 Jan 2099 00:00:00 GMT",
                "\u0000\u00ff"
            })
    void what_asks_for_nothing_or_is_junk_is_on_record_and_the_schedule_goes_on(String said) {
        CallbackAttempted attempt = answered(503, now -> "Retry-After: " + said);
        assertThat(((RetryAt) attempt.verdict()).step()).isEqualTo("schedule 1");
        assertThat(waited(attempt)).isLessThan(SLOW);
        assertThat(header(attempt)).isEqualTo(said);
    }

    @Test
    void no_attempt_begins_before_the_time_that_was_asked_for() {
        RECEIVER.on("/later", (nth, request) -> nth == 1 ? busy(429, "Retry-After: 2") : Answer.ok());
        ReportedEvent event = reported("later");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "later"))
                        .hasSize(2)
                        .last()
                        .satisfies(attempt -> assertThat(attempt.verdict()).isInstanceOf(Delivered.class)));
        assertThat(RECEIVER.requestsTo("/later"))
                .hasSize(2)
                .satisfies(requests -> assertThat(requests.getLast().at())
                        .isAfterOrEqualTo(requests.getFirst().at().plusSeconds(2)));
    }

    /** The record of the first attempt, answered with these lines in the head. */
    private static CallbackAttempted answered(int status, Function<Instant, String> lines) {
        String name = "case-" + CASES.incrementAndGet();
        RECEIVER.on("/" + name, (nth, request) -> busy(status, lines.apply(NODE.now())));
        ReportedEvent event = reported(name);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, name)).isNotEmpty());
        return NODE.attempts(event, name).getFirst();
    }

    private static ReportedEvent reported(String name) {
        String domain = name + ".example.com";
        NODE.assign(domain).config(name, domain, RECEIVER.url("/" + name));
        ReportedEvent event = LiveEvents.started(domain, "app", "s");
        NODE.report(event);
        return event;
    }

    private static Answer busy(int status, String lines) {
        return Answer.raw("HTTP/1.1 " + status + " Busy\r\n" + lines + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static Duration waited(CallbackAttempted attempt) {
        return Duration.between(attempt.timing().startedAt(), ((RetryAt) attempt.verdict()).at());
    }

    private static String header(CallbackAttempted attempt) {
        return ((Responded) attempt.outcome()).headers().getOrDefault("Retry-After", "");
    }
}
