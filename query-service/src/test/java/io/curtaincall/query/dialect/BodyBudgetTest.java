package io.curtaincall.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final int LONG = 64 * 1024;
    private final BodyBudget budget = new BodyBudget();

    @Test
    void long_bodies_are_told_until_their_budget_is_used_up_and_then_shortened() {
        String body = "x".repeat(LONG);
        for (int told = 0; told < BodyBudget.IN_ALL / LONG; told++)
            assertThat(budget.fit(body)).isSameAs(body);
        assertThat(budget.fit(body)).isEqualTo("x".repeat(2_048) + "... (shortened, 65536 characters in all)");
    }

    @Test
    void a_body_of_usual_length_is_told_whole_and_takes_nothing() {
        use_up();
        String usual = "x".repeat(BodyBudget.ALWAYS_TOLD);
        assertThat(budget.fit(usual)).isSameAs(usual);
        assertThat(budget.fit(usual + "x")).startsWith(usual + "...");
    }

    @Test
    void no_character_is_cut_in_two() {
        use_up();
        String body = "x".repeat(BodyBudget.ALWAYS_TOLD - 1) + "\ud83c\udfac".repeat(9);
        assertThat(budget.fit(body)).startsWith("x".repeat(BodyBudget.ALWAYS_TOLD - 1) + "...");
    }

    @Test
    void long_headers_take_from_the_same_budget_and_are_shortened_after_that() {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 100; i < 164; i++) headers.put("x-" + i, "v".repeat(1_019));
        for (int told = 0; told < BodyBudget.IN_ALL / LONG; told++)
            assertThat(budget.fit(headers)).isSameAs(headers);
        assertThat(budget.fit("x".repeat(BodyBudget.ALWAYS_TOLD + 1))).contains("... (shortened, 2049 ");
        assertThat(budget.fit(headers))
                .containsExactly(
                        Map.entry("x-100", "v".repeat(1_019)),
                        Map.entry("x-101", "v".repeat(1_019)),
                        Map.entry("x-102", "... (shortened, 65536 characters in all)"));
    }

    @Test
    void what_is_told_of_headers_is_short_however_few_or_long_they_are() {
        use_up();
        Map<String, String> usual = Map.of("x-a", "v".repeat(BodyBudget.ALWAYS_TOLD - 3));
        assertThat(budget.fit(usual)).isSameAs(usual);
        assertThat(budget.fit(Map.of("x-a", "v".repeat(LONG))))
                .containsOnly(Map.entry(
                        "x-a", "v".repeat(BodyBudget.ALWAYS_TOLD - 3) + "... (shortened, 65539 characters in all)"));
        assertThat(budget.fit(Map.of("n".repeat(LONG), "v")))
                .containsOnly(
                        Map.entry("n".repeat(BodyBudget.ALWAYS_TOLD), "... (shortened, 65537 characters in all)"));
    }

    private void use_up() {
        budget.fit("x".repeat(BodyBudget.IN_ALL));
    }
}
