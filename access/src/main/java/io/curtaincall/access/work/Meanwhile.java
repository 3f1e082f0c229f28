package io.curtaincall.access.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work for a request that goes on while its own thread does something else, as both mostly wait for the store. */
public final class Meanwhile {
    private Meanwhile() {}

    /** Begins at once. What is returned waits for the end, as often as asked, and fails as the work did. */
    public static <T> Supplier<T> begin(Supplier<T> work) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        };
    }
}
