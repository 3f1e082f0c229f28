package io.curtaincall.access.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {
    @Test
    void a_port_that_was_taken_meanwhile_is_named() {
        assertThat(StartFailure.of(new IllegalStateException(new PortInUseException(8080))))
                .hasMessage("port 8080 is in use; choose another");
    }

    @Test
    void the_sentence_of_a_service_that_refuses_to_start_is_kept() {
        RuntimeException wrapped = new RuntimeException("bean", new IllegalStateException("set CURTAINCALL_KEY"));

        assertThat(StartFailure.of(wrapped))
                .hasMessage("cannot start: set CURTAINCALL_KEY")
                .cause()
                .isSameAs(wrapped);
    }

    @Test
    void anything_else_is_told_by_its_root() {
        assertThat(StartFailure.of(new RuntimeException(new ArithmeticException("by zero"))))
                .hasMessage("cannot start: ArithmeticException: by zero");
    }

    @Test
    void a_setting_that_cannot_be_read_is_named_with_its_value_and_what_it_could_be() {
        assertThat(failureOf(Map.of("curtaincall.accounts.rule", "foo")))
                .hasMessage("the setting curtaincall.accounts.rule cannot be 'foo'; it can be first-use, assigned");
        assertThat(failureOf(Map.of("curtaincall.accounts.limit", "abc")))
                .hasMessageContaining("the setting curtaincall.accounts.limit cannot be 'abc'");
    }

    private static CannotStartException failureOf(Map<String, String> settings) {
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        Throwable failure = catchThrowable(() -> binder.bind("curtaincall.accounts", Accounts.class));
        return StartFailure.of(new IllegalStateException("bean", failure));
    }

    enum Rule {
        FIRST_USE,
        ASSIGNED
    }

    record Accounts(Rule rule, int limit) {}
}
