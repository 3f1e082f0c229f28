package io.curtaincall.config.intakekey;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.intakekey.IntakeKeyId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class IntakeKeysTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId ACME = new AccountId("acme");
    private static final SealedSecret SEALED = new SealedSecret("k", "c");

    private final FixtureConfiguration<IntakeKeys> keys =
            new AggregateTestFixture<>(IntakeKeys.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_second_key_is_issued_beside_the_first() {
        keys.given(issued("ik_1")).when(issue("ik_2")).expectEvents(issued("ik_2"));
    }

    @Test
    void a_third_is_not_until_one_is_revoked() {
        keys.given(issued("ik_1"), issued("ik_2"))
                .when(issue("ik_3"))
                .expectNoEvents()
                .expectException(RefusedException.class);
        keys.given(issued("ik_1"), issued("ik_2"), revoked("ik_1"))
                .when(issue("ik_3"))
                .expectEvents(issued("ik_3"));
    }

    @Test
    void a_key_is_revoked_once() {
        RevokeIntakeKey command = new RevokeIntakeKey(ACME, new IntakeKeyId("ik_1"));
        keys.given(issued("ik_1")).when(command).expectEvents(revoked("ik_1"));
        keys.given(issued("ik_1"), revoked("ik_1"))
                .when(command)
                .expectNoEvents()
                .expectException(RefusedException.class);
    }

    private static IssueIntakeKey issue(String id) {
        return new IssueIntakeKey(ACME, new IntakeKeyId(id), SEALED);
    }

    private static IntakeKeyIssued issued(String id) {
        return new IntakeKeyIssued(ACME, new IntakeKeyId(id), SEALED, NOON);
    }

    private static IntakeKeyRevoked revoked(String id) {
        return new IntakeKeyRevoked(ACME, new IntakeKeyId(id), NOON);
    }
}
