package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.query.page.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsRequestTest {
    private static final Caller DEMO = new AccountCaller(new AccountId("demo"));

    @Test
    void an_account_that_asks_for_nothing_in_particular_gets_its_own_newest_hundred() {
        RecordsRequest request = request(DEMO, Map.of());

        assertThat(request.filter().account()).isEqualTo(new AccountId("demo"));
        assertThat(request.pageSize()).isEqualTo(100);
        assertThat(request.after()).isNull();
    }

    @Test
    void the_operator_sees_all_accounts_or_the_one_it_names() {
        assertThat(request(new Operator(), Map.of()).filter().account()).isNull();
        assertThat(request(new Operator(), Map.of("account", "demo")).filter().account())
                .isEqualTo(new AccountId("demo"));
    }

    @Test
    void an_account_may_name_itself_and_nobody_else() {
        assertThat(request(DEMO, Map.of("account", "demo")).filter().account()).isEqualTo(new AccountId("demo"));
        assertThat(refusal(Map.of("account", "other"))).isInstanceOf(Problem.Forbidden.class);
    }

    @ParameterizedTest
    @CsvSource({
        "pageSize, 0",
        "pageSize, 1001",
        "pageSize, -1",
        "pageSize, ten",
        "pageSize, 99999999999",
        "topic, recording",
        "status, ok",
        "status, SUCCESS",
        "from, today",
        "to, 2026-01-31",
        "cursor, made-up",
        "domian, a.example"
    })
    void what_does_not_hold_is_refused_by_name(String name, String value) {
        assertThat(refusal(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(name)));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(refusal(Map.of("pageSize", "0", "topic", "x", "from", "y")))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.errors()).hasSize(3));
    }

    @Test
    void a_time_range_that_ends_before_it_begins_is_refused() {
        assertThat(refusal(Map.of("from", "2026-01-31T08:00:01Z", "to", "2026-01-31T16:00:00+08:00")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo("from")));
    }

    @Test
    void the_same_parameter_twice_is_refused() {
        Parameters twice = new Parameters(Map.of("status", List.of("failed", "success")));

        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> RecordsRequest.of(DEMO, twice));

        assertThat(refused.problem()).isInstanceOf(Invalid.class);
    }

    @Test
    void an_empty_parameter_counts_as_not_given_and_domains_have_no_case() {
        RecordsFilter filter = request(DEMO, Map.of("domain", "Live.Example.COM", "app", "", "cursor", ""))
                .filter();

        assertThat(filter.domains()).containsExactly("live.example.com");
        assertThat(filter.app()).isNull();
    }

    private static RecordsRequest request(Caller caller, Map<String, String> parameters) {
        return RecordsRequest.of(
                caller,
                new Parameters(parameters.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())))));
    }

    private static Problem refusal(Map<String, String> parameters) {
        return catchThrowableOfType(RefusedException.class, () -> request(DEMO, parameters))
                .problem();
    }
}
