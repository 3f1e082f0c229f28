package io.curtaincall.dispatch.intake;

import com.mongodb.MongoException;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.eventstore.CommitTooLargeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a sender wait for the store only so long. Work that comes too late goes on to its end all the same, so that what
 * it stored is also delivered; the sender, told that nothing is certain, repeats and is told of a duplicate.
 */
public final class StoreDeadline {
    private static final Logger LOG = LoggerFactory.getLogger(StoreDeadline.class);

    private final Duration timeout;

    public StoreDeadline(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * @param afterwards runs when the work ends, be that late
     * @throws RefusedException if the store cannot be reached in time
     */
    public <T> T within(Supplier<T> work, Runnable afterwards) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            } finally {
                afterwards.run();
            }
        });
        return await(result);
    }

    private <T> T await(Future<T> result) {
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        }
    }

    private static RuntimeException refusal(@Nullable Throwable cause) {
        return switch (cause) {
            case CommitTooLargeException e ->
                new TooLarge("a batch that makes events and plans", e.mostBytes()).refused();
            case MongoException e -> unavailable(e);
            case EventStoreException e -> unavailable(e);
            case RuntimeException e -> e;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private static RefusedException unavailable(RuntimeException why) {
        LOG.warn("live events could not be stored: {}", why.toString());
        return unavailable();
    }

    private static RefusedException unavailable() {
        return new Unavailable("the event store does not answer; repeating the request is safe").refused();
    }
}
