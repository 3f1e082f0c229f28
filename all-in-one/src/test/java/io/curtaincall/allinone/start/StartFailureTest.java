package io.curtaincall.allinone.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {
    @Test
    void a_port_that_was_taken_meanwhile_is_named() {
        assertThat(StartFailure.of(new IllegalStateException(new PortInUseException(8080)), 8080))
                .hasMessage("port 8080 is in use; choose another with --port");
    }

    @Test
    void the_sentence_of_a_service_that_refuses_to_start_is_kept() {
        RuntimeException wrapped = new RuntimeException("bean", new IllegalStateException("set CURTAINCALL_KEY"));

        assertThat(StartFailure.of(wrapped, 0))
                .hasMessage("cannot start: set CURTAINCALL_KEY")
                .cause()
                .isSameAs(wrapped);
    }

    @Test
    void anything_else_is_told_by_its_root() {
        assertThat(StartFailure.of(new RuntimeException(new ArithmeticException("by zero")), 0))
                .hasMessage("cannot start: ArithmeticException: by zero");
    }
}
