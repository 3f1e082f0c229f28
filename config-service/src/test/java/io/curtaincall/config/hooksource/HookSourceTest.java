package io.curtaincall.config.hooksource;

import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceRemoved;
import io.curtaincall.events.hook.HookSourceId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookSourceTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final HookSourceId ID = new HookSourceId("hs_1");
    private static final AccountId ACME = new AccountId("acme");
    private static final String TAKEN = "taken.example.com";

    private final FixtureConfiguration<HookSource> source =
            new AggregateTestFixture<>(HookSource.class).registerInjectableResource(CLOCK);

    @BeforeEach
    void one_domain_is_taken() {
        source.registerAnnotatedCommandHandler(new AddHookSourceHandler(
                source.getRepository(),
                (account, domain) -> {
                    if (domain.equals(TAKEN)) throw new DomainTaken(domain).refused();
                },
                CLOCK));
    }

    @Test
    void adding_keeps_the_hash_of_its_secret() {
        source.givenNoPriorActivity()
                .when(addition(ACME, "live.example.com"))
                .expectEvents(new HookSourceAdded(
                        ID, ACME, HookKind.NGINX_RTMP, "live.example.com", "edge-1", "hash", true, null, NOON));
    }

    @Test
    void an_account_adds_none_for_anothers_domain() {
        source.givenNoPriorActivity()
                .when(addition(ACME, TAKEN))
                .expectNoEvents()
                .expectException(RefusedException.class);
    }

    @Test
    void the_operator_adds_one_for_any_domain() {
        source.givenNoPriorActivity().when(addition(null, TAKEN)).expectSuccessfulHandlerExecution();
    }

    @Test
    void removing_ends_it() {
        source.givenCommands(addition(ACME, "live.example.com"))
                .when(new RemoveHookSource(ID))
                .expectEvents(new HookSourceRemoved(ID, NOON))
                .expectMarkedDeleted();
    }

    private static AddHookSource addition(@Nullable AccountId account, String domain) {
        return new AddHookSource(
                ID, account, HookKind.NGINX_RTMP, domain, "edge-1", "hash", true, null, null, ServerNames.NONE);
    }
}
