package io.curtaincall.access.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NameLookupTest {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration SOON_ENOUGH = Duration.ofSeconds(20);
    private static final Duration LATE = Duration.ofSeconds(50);

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final NameLookup names = new NameLookup(this::slowZone, 1, 1);

    @AfterEach
    void close() {
        names.close();
    }

    @Test
    void a_name_that_is_not_resolved_in_time_does_not_resolve_now_and_its_url_may_be_saved() {
        var policy = new EgressPolicy(List.of(), names.within(SOON));
        assertThat(policy.checkUrl("https://slow.example.org/")).isEmpty();
        assertThat(policy.checkUrl("https://slow.internal/")).isPresent();
    }

    @Test
    void who_asks_again_for_a_name_that_is_being_looked_up_takes_no_other_thread() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> names.within(SOON).resolve("slow.example.org"))
                    .isInstanceOf(UnknownHostException.class);
        }
        answer.countDown();
        assertThat(names.lookUp("slow.example.org", "example.org", LATE)).hasSize(1);
        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void more_names_than_may_wait_are_not_resolved_and_nobody_waits_for_them() {
        for (String busy : List.of("busy-1.example.org", "busy-2.example.org")) {
            assertThatThrownBy(() -> names.within(SOON).resolve(busy)).isInstanceOf(UnknownHostException.class);
        }
        assertThatThrownBy(() -> names.lookUp("one-too-many.example.org", "example.org", LATE))
                .isInstanceOf(UnknownHostException.class);
        answer.countDown();
    }

    @Test
    void names_of_one_asker_that_hang_however_many_and_of_whatever_zones_leave_room_for_others_names()
            throws Exception {
        try (NameLookup shared = new NameLookup(this::slowUnlessGood, 8, 400)) {
            for (int i = 0; i < 60; i++) {
                String hostile = "n" + i + ".zone-" + i + ".example";
                assertThatThrownBy(() -> shared.lookUp(hostile, "mallory", Duration.ofMillis(1)))
                        .isInstanceOf(IOException.class);
            }
            assertThat(shared.lookUp("good.example.com", "acme", SOON_ENOUGH)).hasSize(1);
            assertThatThrownBy(() -> shared.lookUp("good.example.com", "mallory", SOON))
                    .isInstanceOf(IOException.class);
            assertThat(shared.lookUp("good.example.com", "acme", SOON_ENOUGH)).hasSize(1);
            assertThat(asked).hasValue(2);

            answer.countDown();
            assertThat(shared.lookUp("good.example.com", "mallory", LATE)).hasSize(1);
        }
    }

    @Test
    void names_of_one_zone_that_hang_leave_room_for_others_where_nobody_says_for_whom_they_are() throws Exception {
        try (NameLookup shared = new NameLookup(this::slowUnlessGood, 8, 400)) {
            NameResolver saving = shared.within(Duration.ofMillis(1));
            for (int i = 0; i < 40; i++) {
                String hostile = "n" + i + ".dead.example";
                assertThatThrownBy(() -> saving.resolve(hostile)).isInstanceOf(UnknownHostException.class);
            }
            assertThat(shared.within(SOON_ENOUGH).resolve("good.example.com")).hasSize(1);
            answer.countDown();
        }
    }

    private InetAddress[] slowUnlessGood(String host) throws UnknownHostException {
        return host.startsWith("good.")
                ? new InetAddress[] {InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8})}
                : slowZone(host);
    }

    private InetAddress[] slowZone(String host) {
        asked.incrementAndGet();
        try {
            if (!answer.await(LATE.toSeconds(), TimeUnit.SECONDS)) throw new IllegalStateException("nobody answered");
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {8, 8, 8, 8})};
        } catch (InterruptedException | UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
