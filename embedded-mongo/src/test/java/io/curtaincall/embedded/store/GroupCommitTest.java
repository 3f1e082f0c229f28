package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final int WRITERS = 8;
    private static final int CHANGES = 500;

    private final AtomicInteger changing = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private volatile int committed;

    private final GroupCommit group = new GroupCommit(() -> {
        assertThat(changing).as("a commit within a change").hasValue(0);
        committed = changed.get();
        commits.incrementAndGet();
    });

    private int change() {
        changing.incrementAndGet();
        int mine = changed.incrementAndGet();
        changing.decrementAndGet();
        return mine;
    }

    @Test
    void a_change_is_answered_after_a_whole_commit_that_holds_it() throws Exception {
        Callable<Boolean> writer = () -> IntStream.range(0, CHANGES)
                .mapToObj(i -> group.durably(this::change))
                .allMatch(mine -> committed >= mine);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Boolean>> all = writers.invokeAll(Collections.nCopies(WRITERS, writer));
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    @Test
    void writers_that_come_while_a_commit_is_under_way_share_the_next_one() throws Exception {
        CountDownLatch diskIsFree = new CountDownLatch(1);
        AtomicInteger written = new AtomicInteger();
        GroupCommit shared = new GroupCommit(() -> {
            written.incrementAndGet();
            wait(diskIsFree);
        });
        // they all change before one of them can go on: how the scheduler wakes them does not count
        CountDownLatch allChanging = new CountDownLatch(WRITERS);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1)) {
            Future<Boolean> first = writers.submit(() -> shared.durably(() -> true));
            await().until(() -> written.get() == 1);
            List<Future<Boolean>> others = IntStream.range(0, WRITERS)
                    .mapToObj(i -> writers.submit(() -> shared.durably(() -> {
                        allChanging.countDown();
                        return wait(allChanging);
                    })))
                    .toList();

            assertThat(first).isNotDone();
            diskIsFree.countDown();
            assertThat(first.get()).isTrue();
            for (Future<Boolean> other : others) {
                assertThat(other.get()).isTrue();
            }
        }
        assertThat(written).hasValue(2);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void waiting_for_what_was_seen_commits_only_what_is_not_durable() {
        group.durably(this::change);
        int before = commits.get();
        group.awaitAllSeen();
        assertThat(commits).hasValue(before);
    }
}
