package io.curtaincall.eventstore;

import static io.curtaincall.eventstore.OneProcess.take;
import static io.curtaincall.eventstore.OneProcess.whats;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Writers that stop between taking an index and inserting at it, and go on within the gap time. */
class SlowWriterIT extends EventStoreContract {
    /** Longer than any stall of the machine. */
    private static final Duration GAP_TIMEOUT = Duration.ofMinutes(10);

    private final StalledWriter stall = new StalledWriter();
    private final OneProcess slow = aProcess(Clock.systemUTC(), stall, GAP_TIMEOUT);
    private final OneProcess reader = aProcess(Clock.systemUTC(), UnaryOperator.identity(), GAP_TIMEOUT);

    SlowWriterIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void a_writer_that_is_slow_is_waited_for() throws Exception {
        try (var stream = reader.store.openStream(null)) {
            CompletableFuture<Void> appending = stall.stall(() -> slow.append("s", 0, new Happened("slow")));
            reader.append("f", 0, new Happened("fast"));
            assertThat(stream.hasNextAvailable(500, TimeUnit.MILLISECONDS)).isFalse();

            stall.goOn();
            appending.join();
            assertThat(whats(take(stream, 2))).containsExactly("slow", "fast");
        }
    }

    @Test
    void the_head_token_is_not_beyond_a_commit_under_way() throws Exception {
        CompletableFuture<Void> appending = stall.stall(() -> slow.append("s", 0, new Happened("under way")));
        reader.append("f", 0, new Happened("fast"));
        try (var stream = reader.store.openStream(reader.store.createHeadToken())) {
            stall.goOn();
            appending.join();
            assertThat(whats(take(stream, 2))).containsExactly("under way", "fast");
        }
    }
}
