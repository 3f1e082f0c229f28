package io.curtaincall.access.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MeanwhileTest {
    @Test
    void both_go_on_at_the_same_time() {
        CountDownLatch met = new CountDownLatch(2);
        Supplier<String> other = Meanwhile.begin(() -> meet(met));

        meet(met);

        assertThat(other.get()).isEqualTo("met");
        assertThat(other.get()).isEqualTo("met");
    }

    @Test
    void a_failure_is_told_as_it_was() {
        RuntimeException why = new IllegalStateException("why");
        Supplier<String> failing = Meanwhile.begin(() -> {
            throw why;
        });

        assertThatThrownBy(failing::get).isSameAs(why);
    }

    private static String meet(CountDownLatch met) {
        met.countDown();
        try {
            met.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "met";
    }
}
