package io.curtaincall.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;

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

    private void use_up() {
        budget.fit("x".repeat(BodyBudget.IN_ALL));
    }
}
