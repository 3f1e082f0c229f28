package io.curtaincall.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
    private static final AccountId ACME = new AccountId("acme");
    private static final List<String> DOMAINS = List.of("a.example.com");

    @ParameterizedTest
    @CsvSource({
        "account, READ, false, READ",
        "account, READ_BODIES, false, READ READ_BODIES",
        "account, WRITE, false, READ READ_BODIES WRITE MANAGE_CREDENTIALS",
        "account, WRITE, true, READ READ_BODIES WRITE",
        "operator, READ, false, READ OVERSEE",
        "operator, READ, true, READ",
        "operator, WRITE, false, READ READ_BODIES WRITE OVERSEE",
        "operator, WRITE, true, READ READ_BODIES WRITE",
        "operator, OPERATOR, false, READ READ_BODIES WRITE MANAGE_CREDENTIALS OVERSEE OPERATE",
    })
    void a_role_has_the_rights_of_its_row_and_no_others(String who, Role role, boolean limited, String rights) {
        Caller caller = caller(who, new Grant(role, limited ? DOMAINS : null));
        assertThat(Arrays.stream(Right.values())
                        .filter(right -> has(caller, right))
                        .map(Right::name))
                .containsExactlyInAnyOrder(rights.split(" "));
    }

    @Test
    void nobody_sees_what_is_anothers_or_of_another_domain() {
        Caller limited = caller("account", new Grant(Role.WRITE, DOMAINS));
        assertThat(limited.sees(ACME, "a.example.com")).isTrue();
        assertThat(limited.sees(ACME, "b.example.com")).isFalse();
        assertThat(limited.sees(new AccountId("other"), "a.example.com")).isFalse();
        assertThat(limited.sees(null, "a.example.com")).isFalse();
        assertThat(new Operator().sees(null, "b.example.com")).isTrue();
        assertThat(caller("operator", new Grant(Role.READ, DOMAINS)).sees(ACME, "b.example.com"))
                .isFalse();
    }

    @Test
    void a_refusal_says_what_is_missing() {
        Caller reader = caller("account", new Grant(Role.READ, DOMAINS));
        assertThatThrownBy(() -> reader.require(Right.WRITE)).hasMessageContaining("needs the role write");
        assertThatThrownBy(() -> reader.rights().requireDomain("b.example.com")).hasMessageContaining("b.example.com");
        assertThatThrownBy(() -> reader.require(Right.OPERATE)).hasMessageContaining("operator's token");
    }

    private static Caller caller(String who, Grant grant) {
        Rights rights = new Rights(grant);
        return who.equals("operator") ? new Operator(rights) : new AccountCaller(ACME, rights);
    }

    private static boolean has(Caller caller, Right right) {
        try {
            caller.require(right);
            return true;
        } catch (RefusedException lacking) {
            return false;
        }
    }
}
