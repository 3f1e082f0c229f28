package io.curtaincall.access.egress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up on threads of its own: the system's look-up can neither be cut short nor parked, and would hold up
 * everything else. Who asks for one name several times at once has it looked up once. Each asker has a quarter of the
 * threads at most, whatever names they ask for: those on a dead name server keep nobody else's waiting.
 */
public final class NameLookup implements AutoCloseable {
    private final NameResolver resolver;
    private final AskersThreads threads;
    private final Map<Question, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    /** One asker's: to share it with others would let them wait for the asker's turn. */
    private record Question(String asker, String host) {}

    /**
     * @param atOnce most names looked up at the same time
     * @param waiting most names that may wait to be, a quarter of them one asker's; beyond it a name cannot be resolved
     */
    public NameLookup(NameResolver resolver, int atOnce, int waiting) {
        this.resolver = resolver;
        threads = new AskersThreads(atOnce, waiting);
    }

    /** @param asker on whose behalf */
    public InetAddress[] lookUp(String host, String asker, Duration timeout) throws IOException {
        try {
            return shared(new Question(asker, host)).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw (IOException) new SocketTimeoutException("looking up " + host + " took too long").initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        }
    }

    /**
     * The same for those to whom a name that is not found in time is not found, and who do not say for whom they ask: then
     * the zone counts that the name is of.
     */
    public NameResolver within(Duration timeout) {
        return host -> {
            try {
                return lookUp(host, zone(host), timeout);
            } catch (UnknownHostException e) {
                throw e;
            } catch (IOException e) {
                throw unknown(host, e);
            }
        };
    }

    /** Its last two labels; under some suffixes many zones are one then. */
    private static String zone(String host) {
        int last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }

    private static UnknownHostException unknown(String host, @Nullable Throwable why) {
        UnknownHostException unknown = new UnknownHostException(host + " cannot be resolved");
        unknown.initCause(why);
        return unknown;
    }

    private CompletableFuture<InetAddress[]> shared(Question question) {
        CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> other = underWay.putIfAbsent(question, mine);
        if (other != null) return other;
        if (!isTaken(question, mine)) {
            underWay.remove(question);
            mine.completeExceptionally(new RejectedExecutionException("too many names wait to be looked up"));
        }
        return mine;
    }

    private boolean isTaken(Question question, CompletableFuture<InetAddress[]> result) {
        try {
            return threads.execute(question.asker(), () -> resolve(question, result));
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private void resolve(Question question, CompletableFuture<InetAddress[]> result) {
        try {
            InetAddress[] found = resolver.resolve(question.host());
            underWay.remove(question);
            result.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            underWay.remove(question);
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
