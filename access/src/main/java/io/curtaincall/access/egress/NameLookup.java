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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up on threads of its own: the system's look-up can neither be cut short nor parked, and would hold up
 * everything else. Those who ask for one name at the same time share one look-up, so a dead zone costs one thread.
 */
public final class NameLookup implements AutoCloseable {
    private final NameResolver resolver;
    private final ThreadPoolExecutor threads;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    /**
     * @param atOnce most names looked up at the same time
     * @param waiting most names that may wait to be; beyond it a name cannot be resolved
     */
    public NameLookup(NameResolver resolver, int atOnce, int waiting) {
        this.resolver = resolver;
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(waiting),
                Thread.ofPlatform().name("name-lookup-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    public InetAddress[] lookUp(String host, Duration timeout) throws IOException {
        try {
            return shared(host).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw (IOException) new SocketTimeoutException("looking up " + host + " took too long").initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        }
    }

    /** The same for those to whom a name that is not found in time is not found. */
    public NameResolver within(Duration timeout) {
        return host -> {
            try {
                return lookUp(host, timeout);
            } catch (UnknownHostException e) {
                throw e;
            } catch (IOException e) {
                throw unknown(host, e);
            }
        };
    }

    private static UnknownHostException unknown(String host, @Nullable Throwable why) {
        UnknownHostException unknown = new UnknownHostException(host + " cannot be resolved");
        unknown.initCause(why);
        return unknown;
    }

    private CompletableFuture<InetAddress[]> shared(String host) {
        CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> other = underWay.putIfAbsent(host, mine);
        if (other != null) return other;
        try {
            threads.execute(() -> resolve(host, mine));
        } catch (RejectedExecutionException e) {
            underWay.remove(host);
            mine.completeExceptionally(e);
        }
        return mine;
    }

    private void resolve(String host, CompletableFuture<InetAddress[]> result) {
        try {
            InetAddress[] found = resolver.resolve(host);
            underWay.remove(host);
            result.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            underWay.remove(host);
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
