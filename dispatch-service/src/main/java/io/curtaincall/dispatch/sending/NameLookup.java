package io.curtaincall.dispatch.sending;

import io.curtaincall.access.egress.NameResolver;
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
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on threads of its own: the system's look-up can neither be cut short nor parked, and would hold up all
 * deliveries. Those who ask for one name at the same time share one look-up, so a dead zone costs one thread.
 */
final class NameLookup implements AutoCloseable {
    private final NameResolver resolver;
    private final ThreadPoolExecutor threads;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    NameLookup(NameResolver resolver, int atOnce) {
        this.resolver = resolver;
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("name-lookup-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    InetAddress[] lookUp(String host, Duration timeout) throws IOException {
        try {
            return shared(host).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw (IOException) new SocketTimeoutException("looking up " + host + " took too long").initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw (IOException) new UnknownHostException(host + " cannot be resolved").initCause(e.getCause());
        }
    }

    private CompletableFuture<InetAddress[]> shared(String host) {
        CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> other = underWay.putIfAbsent(host, mine);
        if (other != null) return other;
        threads.execute(() -> {
            try {
                InetAddress[] found = resolver.resolve(host);
                underWay.remove(host);
                mine.complete(found);
            } catch (UnknownHostException | RuntimeException e) {
                underWay.remove(host);
                mine.completeExceptionally(e);
            }
        });
        return mine;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
