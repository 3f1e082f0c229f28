package io.curtaincall.config.account;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.config.account.OperatorCommand.AddOperatorToken;
import io.curtaincall.config.account.OperatorCommand.RevokeOperatorToken;
import io.curtaincall.config.account.OperatorCommand.RotateOperatorToken;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenRevoked;
import io.curtaincall.events.account.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OperatorTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final OperatorTokenIssued FIRST = new OperatorTokenIssued("hash", NOON);
    private static final OperatorTokenAdded SECOND = new OperatorTokenAdded("tk_2", "h2", Grant.OPERATOR, null, NOON);
    private static final Grant READER = new Grant(Role.READ, null);

    private final FixtureConfiguration<Operator> operator =
            new AggregateTestFixture<>(Operator.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_narrower_token_may_stand_beside_the_first() {
        operator.given(FIRST)
                .when(new AddOperatorToken(new Proof.Token("tk_3", "h3"), READER, "scraper"))
                .expectResultMessagePayload(new Issued(READER, "scraper", NOON, null))
                .expectEvents(new OperatorTokenAdded("tk_3", "h3", READER, "scraper", NOON));
    }

    @Test
    void the_last_token_that_may_operate_cannot_be_revoked() {
        operator.given(FIRST, new OperatorTokenAdded("tk_3", "h3", READER, null, NOON))
                .when(new RevokeOperatorToken(FIRST.tokenId()))
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage("Conflict[why=this is the last token of the role operator, rotate it]");
    }

    @Test
    void one_that_will_end_is_not_what_is_left() {
        operator.given(FIRST, SECOND, new OperatorTokenRevoked("tk_2", NOON.plusSeconds(3600), NOON))
                .when(new RevokeOperatorToken(FIRST.tokenId()))
                .expectNoEvents()
                .expectException(RefusedException.class);
    }

    @Test
    void where_there_are_as_many_as_there_may_be_one_that_ends_at_once_makes_room_for_its_successor() {
        List<Object> full = new ArrayList<>(List.of(FIRST));
        for (int i = 1; i < 100; i++) full.add(new OperatorTokenAdded("tk_" + i, "h" + i, READER, null, NOON));
        Proof.Token next = new Proof.Token("tk_next", "h");
        operator.given(full)
                .when(new RotateOperatorToken("tk_7", next, Duration.ofHours(1)))
                .expectNoEvents()
                .expectException(RefusedException.class);
        operator.given(full)
                .when(new RotateOperatorToken("tk_7", next, Duration.ZERO))
                .expectEvents(
                        new OperatorTokenAdded("tk_next", "h", READER, null, NOON),
                        new OperatorTokenRevoked("tk_7", NOON, NOON));
    }

    @Test
    void where_another_is_left_the_first_can_be_revoked_and_the_last_can_always_be_rotated() {
        operator.given(FIRST, SECOND)
                .when(new RevokeOperatorToken(FIRST.tokenId()))
                .expectEvents(new OperatorTokenRevoked(FIRST.tokenId(), NOON, NOON));
        operator.given(FIRST)
                .when(new RotateOperatorToken(FIRST.tokenId(), new Proof.Token("tk_4", "h4"), Duration.ZERO))
                .expectEvents(
                        new OperatorTokenAdded("tk_4", "h4", Grant.OPERATOR, null, NOON),
                        new OperatorTokenRevoked(FIRST.tokenId(), NOON, NOON));
    }
}
