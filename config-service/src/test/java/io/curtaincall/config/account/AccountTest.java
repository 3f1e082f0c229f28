package io.curtaincall.config.account;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import io.curtaincall.events.account.SealedSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId ACME = new AccountId("acme");
    private static final SealedSecret SECRET = new SealedSecret("k1", "c2VhbGVk");
    private static final OpenAccount OPENING = new OpenAccount(ACME, "p-1", "hash", "AK1", SECRET);

    private static final AccountOpened OPENED = new AccountOpened(ACME, "p-1", "hash", NOON);
    private static final Grant READER = new Grant(Role.READ, List.of("a.example.com"));
    private static final Proof NEXT = new Proof.Token("tk_next", "h");

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

    @Test
    void a_token_more_is_issued_with_what_it_lets_its_holder_do() {
        account.given(OPENED)
                .when(new IssueCredential(ACME, new Proof.Token("tk_1", "h1"), READER, "wall"))
                .expectResultMessagePayload(new Issued(READER, "wall", NOON, null))
                .expectEvents(new AccountTokenIssued(ACME, "tk_1", "h1", READER, "wall", NOON));
    }

    @Test
    void a_rotated_token_has_a_successor_that_may_the_same_and_ends_after_the_overlap() {
        Instant end = NOON.plus(Duration.ofHours(24));
        account.given(OPENED, new AccountTokenIssued(ACME, "tk_1", "h1", READER, "wall", NOON))
                .when(new RotateCredential(ACME, "tk_1", new Proof.Token("tk_2", "h2"), Duration.ofHours(24)))
                .expectResultMessagePayload(new Issued(READER, "wall", NOON, end))
                .expectEvents(
                        new AccountTokenIssued(ACME, "tk_2", "h2", READER, "wall", NOON),
                        new AccountTokenRevoked(ACME, "tk_1", end, NOON));
    }

    @Test
    void what_ends_sooner_anyway_is_not_kept_alive_by_another_rotation() {
        Instant end = NOON.plus(Duration.ofMinutes(5));
        account.given(
                        OPENED,
                        new AccountTokenIssued(ACME, "tk_1", "h1", READER, null, NOON),
                        new AccountTokenRevoked(ACME, "tk_1", end, NOON))
                .when(new RotateCredential(ACME, "tk_1", new Proof.Token("tk_2", "h2"), Duration.ofHours(24)))
                .expectEvents(
                        new AccountTokenIssued(ACME, "tk_2", "h2", READER, null, NOON),
                        new AccountTokenRevoked(ACME, "tk_1", end, NOON));
    }

    @Test
    void the_token_an_account_was_opened_with_can_be_revoked_like_any() {
        account.given(OPENED)
                .when(new RevokeCredential(ACME, Kind.TOKEN, OPENED.tokenId()))
                .expectEvents(new AccountTokenRevoked(ACME, OPENED.tokenId(), NOON, NOON));
    }

    @Test
    void an_access_key_from_before_there_were_roles_is_followed_by_one_that_may_everything() {
        account.given(OPENED, new AccessKeyIssued(ACME, "AK1", SECRET, NOON))
                .when(new RotateCredential(ACME, "AK1", new Proof.AccessKey("AK2", SECRET), Duration.ZERO))
                .expectEvents(
                        new AccessKeyIssued(ACME, "AK2", SECRET, NOON, Grant.UNLIMITED, null),
                        new AccessKeyRevoked(ACME, "AK1", NOON, NOON));
    }

    @Test
    void where_there_are_as_many_as_there_may_be_one_that_ends_at_once_makes_room_for_its_successor() {
        List<Object> full = new ArrayList<>(List.of(OPENED));
        for (int i = 1; i < 100; i++) full.add(token(i, NOON));
        account.given(full)
                .when(new RotateCredential(ACME, "tk_7", NEXT, Duration.ofHours(1)))
                .expectNoEvents()
                .expectExceptionMessage("Conflict[why=there are 100 of this kind already]");
        account.given(full)
                .when(new RotateCredential(ACME, "tk_7", NEXT, Duration.ZERO))
                .expectEvents(new AccountTokenIssued(ACME, "tk_next", "h", READER, null, NOON), ended(7, NOON));
    }

    @Test
    void no_more_than_a_thousand_are_issued_within_24_hours_whatever_became_of_them() {
        account.given(thousandRotated(NOON.minus(Duration.ofHours(24)).plusMillis(1)))
                .when(new IssueCredential(ACME, NEXT, READER, null))
                .expectNoEvents()
                .expectExceptionMessage("Conflict[why=1000 tokens and keys were issued within 24 hours, "
                        + "the next may be at 2026-01-01T12:00:00.001Z]");
        account.given(thousandRotated(NOON.minus(Duration.ofHours(23))))
                .when(new RotateCredential(ACME, "tk_999", NEXT, Duration.ZERO))
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage("Conflict[why=1000 tokens and keys were issued within 24 hours, "
                        + "the next may be at 2026-01-01T13:00:00Z]");
        account.given(thousandRotated(NOON.minus(Duration.ofHours(23))))
                .when(new IssueCredential(ACME, new Proof.AccessKey("AK2", SECRET), READER, null))
                .expectNoEvents()
                .expectException(RefusedException.class);
        account.given(thousandRotated(NOON.minus(Duration.ofHours(24))))
                .when(new IssueCredential(ACME, NEXT, READER, null))
                .expectEvents(new AccountTokenIssued(ACME, "tk_next", "h", READER, null, NOON));
    }

    private static List<Object> thousandRotated(Instant at) {
        List<Object> events = new ArrayList<>(List.of(new AccountOpened(ACME, "p-1", "hash", at)));
        for (int i = 1; i < 1_000; i++) {
            events.add(token(i, at));
            if (i > 1) events.add(ended(i - 1, at));
        }
        return events;
    }

    private static AccountTokenIssued token(int number, Instant at) {
        return new AccountTokenIssued(ACME, "tk_" + number, "h" + number, READER, null, at);
    }

    private static AccountTokenRevoked ended(int number, Instant at) {
        return new AccountTokenRevoked(ACME, "tk_" + number, at, at);
    }

    @Test
    void what_has_ended_or_never_was_can_neither_be_rotated_nor_revoked() {
        account.given(OPENED, new AccountTokenRevoked(ACME, OPENED.tokenId(), NOON, NOON))
                .when(new RevokeCredential(ACME, Kind.TOKEN, OPENED.tokenId()))
                .expectNoEvents()
                .expectException(RefusedException.class);
        account.given(OPENED)
                .when(new RotateCredential(ACME, "AK9", new Proof.AccessKey("AK2", SECRET), Duration.ZERO))
                .expectNoEvents()
                .expectException(RefusedException.class);
    }
}
