package io.curtaincall.config.firstrun;

import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.account.FreshCredentials;
import io.curtaincall.config.account.OpenAccount;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The first credentials of an installation as events: the operator's stream can only be begun once. */
@Component
class CredentialsIssue {
    private static final String OPERATOR = "operator";
    private static final String DEMO = "demo";

    private final EventAppender appender;
    private final StoredStreams streams;
    private final FreshCredentials accounts;
    private final FreshSecrets secrets;
    private final SecretSealer sealer;
    private final Clock clock;

    CredentialsIssue(
            EventAppender appender,
            StoredStreams streams,
            FreshCredentials accounts,
            FreshSecrets secrets,
            SecretSealer sealer,
            Clock clock) {
        this.appender = appender;
        this.streams = streams;
        this.accounts = accounts;
        this.secrets = secrets;
        this.sealer = sealer;
        this.clock = clock;
    }

    Credentials draw() {
        return new Credentials(secrets.token("cco_"), accounts.draw(DEMO));
    }

    /**
     * @return position of the last event
     * @throws org.axonframework.modelling.command.ConcurrencyException if another process has issued some
     */
    long append(Credentials credentials) {
        Instant now = clock.instant();
        OpenAccount opening = credentials.account().opening(sealer);
        List<NewEvent> events = new ArrayList<>();
        events.add(new NewEvent(
                "Operator", OPERATOR, 0, new OperatorTokenIssued(Hashes.sha256Hex(credentials.operatorToken()), now)));
        for (Object event : opening.events(now)) {
            events.add(new NewEvent("Account", DEMO, events.size() - 1L, event));
        }
        return appender.append(events);
    }

    /** The hash of the operator's token of the first start, if there has been one. */
    Optional<String> issuedHash() {
        return streams.read(OPERATOR).stream()
                .flatMap(event -> event.payload() instanceof OperatorTokenIssued issued
                        ? Stream.of(issued.tokenHash())
                        : Stream.empty())
                .reduce((earlier, later) -> later);
    }
}
