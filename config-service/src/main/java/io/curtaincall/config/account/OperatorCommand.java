package io.curtaincall.config.account;

import io.curtaincall.events.account.Grant;
import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may become of the operator's tokens. */
sealed interface OperatorCommand {
    String STREAM = "operator";

    @TargetAggregateIdentifier
    default String streamId() {
        return STREAM;
    }

    /** One more token; answered by {@link Issued}. */
    record AddOperatorToken(
            Proof.Token token, Grant grant, @Nullable String note) implements OperatorCommand {}

    /** A successor that may the same, and the end of what it follows; answered by {@link Issued}. */
    record RotateOperatorToken(String id, Proof.Token successor, Duration overlap) implements OperatorCommand {}

    /** Nobody is known by it any more. */
    record RevokeOperatorToken(String id) implements OperatorCommand {}
}
