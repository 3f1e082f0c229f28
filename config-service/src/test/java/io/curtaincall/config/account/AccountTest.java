package io.curtaincall.config.account;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId ACME = new AccountId("acme");
    private static final SealedSecret SECRET = new SealedSecret("k1", "c2VhbGVk");
    private static final OpenAccount OPENING = new OpenAccount(ACME, "p-1", "hash", "AK1", SECRET);

    private final FixtureConfiguration<Account> account =
            new AggregateTestFixture<>(Account.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void an_account_is_opened_with_its_first_access_key() {
        account.givenNoPriorActivity()
                .when(OPENING)
                .expectEvents(
                        new AccountOpened(ACME, "p-1", "hash", NOON), new AccessKeyIssued(ACME, "AK1", SECRET, NOON));
    }

    @Test
    void a_retention_is_set_once_for_each_value() {
        AccountOpened opened = new AccountOpened(ACME, "p-1", "hash", NOON);
        account.given(opened)
                .when(new SetRecordRetention(ACME, 500))
                .expectEvents(new RecordRetentionSet(ACME, 500, NOON));
        account.given(opened, new RecordRetentionSet(ACME, 500, NOON))
                .when(new SetRecordRetention(ACME, 500))
                .expectNoEvents();
    }

    @Test
    void an_id_is_opened_once() {
        account.given(new AccountOpened(ACME, "p-0", "other", NOON))
                .when(OPENING)
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage("Conflict[why=account acme exists]");
    }
}
