package io.curtaincall.query.record;

import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** How long rows are kept: whole days in UTC, so that what is counted by day goes with what was counted. */
@Component
public class RecordRetention {
    private final Directory directory;
    private final Clock clock;

    RecordRetention(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The start of the oldest day that the account's records are kept of. */
    public Instant keptFrom(AccountId account) {
        Duration kept = Duration.ofDays(directory.accounts().recordDays(account));
        return clock.instant().minus(kept).truncatedTo(ChronoUnit.DAYS);
    }
}
