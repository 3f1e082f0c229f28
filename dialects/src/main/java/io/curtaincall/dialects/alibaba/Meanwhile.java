package io.curtaincall.dialects.alibaba;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Does two things at the same time. */
final class Meanwhile {
    private Meanwhile() {}

    /**
     * @param condition fails first if both fail, and then nobody waits for the other
     * @return what was asked for
     */
    static <T> T of(Supplier<T> asked, Runnable condition) {
        FutureTask<T> task = new FutureTask<>(asked::get);
        Thread.startVirtualThread(task);
        condition.run();
        return result(task);
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an answer was made", e);
        }
    }
}
