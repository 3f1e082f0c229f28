package io.curtaincall.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.problem.Problem.VersionConflict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class ProblemDetailsTest {
    @Test
    void an_invalid_request_names_each_field_and_why() {
        ProblemDetail detail = ProblemDetails.of(
                new Invalid(List.of(new FieldError("/url", "is no URL"), new FieldError("/topics/1", "is unknown"))));
        assertThat(detail.getStatus()).isEqualTo(400);
        assertThat(detail.getDetail()).isEqualTo("/url is no URL; /topics/1 is unknown");
        assertThat(detail.getType()).hasToString("urn:curtaincall:problem:invalid");
        assertThat(detail.getProperties()).containsKey("errors");
    }

    @Test
    void what_is_not_there_and_what_is_another_accounts_look_the_same() {
        assertThat(ProblemDetails.of(new NotFound("notify config", "nc_1")).getDetail())
                .isEqualTo("there is no notify config nc_1");
    }

    @Test
    void a_lost_race_tells_both_versions() {
        assertThat(ProblemDetails.of(new VersionConflict(1, 3)).getDetail())
                .isEqualTo("If-Match is version 1, the newest is 3");
    }

    @Test
    void a_throttled_caller_is_told_when_to_come_again_in_whole_seconds() {
        ResponseEntity<Object> answer = new ProblemAnswers().refused(new Throttled(Duration.ofMillis(1200)).refused());
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
    }

    @Test
    void who_asks_while_something_is_away_is_told_when_to_come_again() {
        ResponseEntity<Object> answer = new ProblemAnswers().refused(new Unavailable("the store is away").refused());
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_bug_answers_an_id_and_nothing_else() {
        ResponseEntity<Object> answer = new ProblemAnswers().bug(new IllegalStateException("secret detail"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody()))
                .doesNotContain("secret detail")
                .contains("in the log under");
    }
}
