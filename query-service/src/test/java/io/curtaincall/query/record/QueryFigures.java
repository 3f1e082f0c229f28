package io.curtaincall.query.record;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prints what pages and totals cost: {@code QueryFigures <records> <folder>}, or in memory without a folder. */
final class QueryFigures {
    private static final int BATCH = 500;
    private static final int RUNS = 21;
    private static final AccountId DEMO = new AccountId("demo");

    private QueryFigures() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        try (EmbeddedMongo store = arguments.length > 1
                        ? EmbeddedMongo.open(
                                Path.of(arguments[1]), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        : EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(store.uri())) {
            CallbackRecords records = new CallbackRecords(client.getDatabase("figures"));
            RecordTotals totals = new RecordTotals(client.getDatabase("figures"));
            long started = System.nanoTime();
            load(records, totals, count);
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf("%d records written, %.0f/s%n", count, count / seconds);
            for (String pass : new String[] {"cold", "warm"}) {
                System.out.println(pass);
                questions(records, count);
                numbered(new NumberedPages(records, new RecordCount(records, totals)));
            }
        }
    }

    private static void questions(CallbackRecords records, int count) {
        Instant last = at(count);
        RecordsFilter all = filter(null, null, null, null, null);
        print(records, "account", all);
        print(records, "account, deep", filter(null, null, null, null, at(count / 10)));
        print(records, "account, last tenth", filter(null, null, null, at(count - count / 10), last));
        print(records, "failed", filter(null, null, RecordStatus.FAILED, null, null));
        print(records, "domain", filter("d1.example", null, null, null, null));
        print(records, "domain, failed", filter("d1.example", null, RecordStatus.FAILED, null, null));
        print(records, "stream", filter("d1.example", "s77", null, null, null));
        print(records, "everything", RecordsFilter.ANY);
    }

    /** All records lie within an hour, so that the last page is as far as a page can be from where its walk begins. */
    private static void numbered(NumberedPages pages) {
        print(pages, "domain", null, null, Set.of());
        print(pages, "domain, topics", null, null, Topic.ALL_RECORDING);
        print(pages, "domain, app, topics", "live", null, Topic.ALL_RECORDING);
        print(pages, "domain, stream, topics", null, "s77", Topic.ALL_RECORDING);
    }

    private static void print(
            NumberedPages pages, String what, @Nullable String app, @Nullable String stream, Set<Topic> topics) {
        RecordsFilter filter = new RecordsFilter(
                DEMO, Set.of("d1.example"), app, stream, null, topics, Set.of(), at(-86_400_00), at(6 * 86_400_00));
        long total = pages.find(filter, 1, 20, Function.identity()).total();
        int last = (int) ((total + 19) / 20);
        System.out.printf(
                "%-22s page 1 of 20 %7.1f ms   page %d %7.1f ms%n",
                what,
                median(() -> pages.find(filter, 1, 20, Function.identity())),
                last,
                median(() -> pages.find(filter, last, 20, Function.identity())));
    }

    private static RecordsFilter filter(
            @Nullable String domain,
            @Nullable String stream,
            @Nullable RecordStatus status,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new RecordsFilter(
                DEMO,
                domain == null ? Set.of() : Set.of(domain),
                null,
                stream,
                null,
                Set.of(),
                status == null ? Set.of() : Set.of(status),
                from,
                to);
    }

    private static void load(CallbackRecords records, RecordTotals totals, int count) {
        Random random = new Random(1);
        List<RecordRow> batch = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Attempts attempts = (random.nextInt(100) < 3 ? Attempts.timedOut() : Attempts.delivered())
                    .of("demo", "d" + random.nextInt(5) + ".example", "live", "s" + random.nextInt(1000));
            batch.add(RecordRow.of(attempts.event("e-" + i), at(i), i));
            if (batch.size() == BATCH || i == count) {
                records.write(batch);
                totals.add(batch);
                batch.clear();
            }
        }
    }

    /** A hundred a second. */
    private static Instant at(int number) {
        return Attempts.NOON.plusMillis(number * 10L);
    }

    private static void print(CallbackRecords records, String what, RecordsFilter filter) {
        double page = median(() -> records.newest(filter, null, 101));
        double total = median(() -> records.count(filter));
        System.out.printf(
                "%-22s page of 100 %7.1f ms   total %7.1f ms (%d)%n", what, page, total, records.count(filter));
    }

    private static double median(Runnable task) {
        return IntStream.range(0, RUNS)
                .mapToDouble(run -> {
                    long started = System.nanoTime();
                    task.run();
                    return (System.nanoTime() - started) / 1e6;
                })
                .sorted()
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
    }
}
