package io.curtaincall.eventstore;

import static io.curtaincall.eventstore.OneProcess.take;
import static io.curtaincall.eventstore.OneProcess.whats;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Many at once: nothing missing, nothing twice, one order for all. */
class CrowdIT extends EventStoreContract {
    private static final int WRITERS = 8;
    private static final int COMMITS = 150;

    private final OneProcess one = aProcess();
    private final OneProcess two = aProcess();
    private final ExecutorService threads = opening(Executors.newVirtualThreadPerTaskExecutor());

    CrowdIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void live_readers_get_all_that_eight_writers_of_two_processes_append_in_one_order() throws Exception {
        List<Future<List<String>>> readers = new ArrayList<>();
        int events = WRITERS * COMMITS * 2;
        for (OneProcess process : List.of(one, two)) {
            readers.add(threads.submit(() -> {
                try (var stream = process.store.openStream(null)) {
                    return whats(take(stream, events));
                }
            }));
        }
        inParallel(writer -> {
            OneProcess process = writer % 2 == 0 ? one : two;
            for (int commit = 0; commit < COMMITS; commit++) {
                String what = writer + ":" + commit;
                process.append("w" + writer, 2L * commit, new Happened(what + "a"), new Happened(what + "b"));
            }
            return 0;
        });
        List<String> stored = whats(aProcess().all());

        assertThat(stored).doesNotHaveDuplicates().hasSize(events);
        for (Future<List<String>> reader : readers) {
            assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(stored);
        }
        assertEachWritersOrder(stored);
    }

    private static void assertEachWritersOrder(List<String> stored) {
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = writer + ":";
            List<String> expected = IntStream.range(0, COMMITS)
                    .boxed()
                    .flatMap(commit -> List.of(prefix + commit + "a", prefix + commit + "b").stream())
                    .toList();
            assertThat(stored.stream().filter(what -> what.startsWith(prefix))).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void of_many_writers_at_one_place_exactly_one_wins() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        inParallel(writer -> {
            for (int sequence = 0; sequence < 30; sequence++) {
                try {
                    (writer % 2 == 0 ? one : two).append("contended", sequence, new Happened(writer + ":" + sequence));
                } catch (ConcurrencyException expected) {
                    lost.incrementAndGet();
                }
            }
            return 0;
        });

        assertThat(lost).hasValue(30 * (WRITERS - 1));
        assertThat(one.streams.read("contended"))
                .extracting(StreamEvent::sequence)
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(Long::valueOf).toList());
        try (var stream = two.store.openStream(null)) {
            assertThat(take(stream, 30)).hasSize(30);
        }
    }

    @Test
    void commits_that_went_in_together_succeed_and_fail_each_alone() throws Exception {
        for (int stream = 0; stream < 100; stream += 2) {
            one.append("s" + stream, 0, new Happened("first " + stream));
        }
        List<Callable<Boolean>> appends = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int stream = i;
            appends.add(() -> {
                one.append("s" + stream, 0, new Happened("second " + stream), new Happened("third " + stream));
                return true;
            });
        }
        List<Future<Boolean>> done = threads.invokeAll(appends);

        for (int stream = 0; stream < 100; stream++) {
            Future<Boolean> fate = done.get(stream);
            assertThat(fate.state()).isEqualTo(stream % 2 == 0 ? Future.State.FAILED : Future.State.SUCCESS);
            assertThat(one.streams.read("s" + stream)).hasSize(stream % 2 == 0 ? 1 : 2);
        }
        try (var stream = two.store.openStream(null)) {
            assertThat(whats(take(stream, 150))).doesNotHaveDuplicates();
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    private void inParallel(Writer writer) throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            tasks.add(() -> writer.write(number));
        }
        for (Future<Integer> done : threads.invokeAll(tasks)) {
            done.get();
        }
    }

    private interface Writer {
        int write(int number) throws Exception;
    }
}
