package io.curtaincall.dialects.alibaba;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Does two things at the same time. */
final class Meanwhile {
    private Meanwhile() {}

    /**
     * @param condition fails first if both fail, and then nobody waits for the other
     * @return what was asked for
     */
    static <T> T of(Supplier<T> asked, Runnable condition) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(asked, Thread::startVirtualThread);
        condition.run();
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
