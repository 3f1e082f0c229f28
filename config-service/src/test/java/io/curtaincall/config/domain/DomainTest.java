package io.curtaincall.config.domain;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

class DomainTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String LIVE = "live.example.com";
    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId ZENITH = new AccountId("zenith");

    private final FixtureConfiguration<Domain> domain =
            new AggregateTestFixture<>(Domain.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void the_first_account_to_use_a_domain_owns_it() {
        domain.givenNoPriorActivity()
                .when(new ClaimDomain(LIVE, ACME, DomainRule.FIRST_USE))
                .expectEvents(assigned(ACME, AssignedBy.FIRST_USE));
    }

    @Test
    void its_owner_may_use_it_again() {
        domain.given(assigned(ACME, AssignedBy.FIRST_USE))
                .when(new ClaimDomain(LIVE, ACME, DomainRule.FIRST_USE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_accounts_domain_is_refused() {
        domain.given(assigned(ACME, AssignedBy.FIRST_USE))
                .when(new ClaimDomain(LIVE, ZENITH, DomainRule.FIRST_USE))
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage("DomainTaken[domain=live.example.com]");
    }

    @Test
    void where_the_operator_assigns_an_unassigned_domain_is_refused_and_the_refusal_says_what_to_do() {
        domain.givenNoPriorActivity()
                .when(new ClaimDomain(LIVE, ACME, DomainRule.ASSIGNED))
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage(Matchers.containsString("PUT /v1/domains/live.example.com"));
    }

    @Test
    void where_the_operator_assigns_the_assigned_account_may_use_it() {
        domain.given(assigned(ACME, AssignedBy.OPERATOR))
                .when(new ClaimDomain(LIVE, ACME, DomainRule.ASSIGNED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_operator_may_give_a_domain_to_another_account() {
        domain.given(assigned(ACME, AssignedBy.FIRST_USE))
                .when(new AssignDomain(LIVE, ZENITH))
                .expectEvents(assigned(ZENITH, AssignedBy.OPERATOR));
    }

    @Test
    void assigning_to_the_owner_records_nothing() {
        domain.given(assigned(ACME, AssignedBy.FIRST_USE))
                .when(new AssignDomain(LIVE, ACME))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static DomainAssigned assigned(AccountId owner, AssignedBy by) {
        return new DomainAssigned(LIVE, owner, by, NOON);
    }
}
