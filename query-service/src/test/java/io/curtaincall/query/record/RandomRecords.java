package io.curtaincall.query.record;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records of few accounts, domains and so on, filters that find some of them, and what each should find. */
record RandomRecords(Random random, Supplier<Instant> times) {

    /** Few distinct times, so that many records share one. */
    static RandomRecords withinSeconds(Random random) {
        return new RandomRecords(random, () -> Attempts.NOON.plusSeconds(random.nextInt(20)));
    }

    /** So that spans of every grain are needed. */
    static RandomRecords withinDays(Random random) {
        return new RandomRecords(random, () -> Attempts.NOON.plusMillis(random.nextInt(4 * 86_400_000)));
    }

    List<RecordRow> rows(int count, long firstPosition) {
        List<RecordRow> rows = new ArrayList<>();
        for (long position = firstPosition; position < firstPosition + count; position++) {
            Attempts attempts = pick(Attempts.delivered(), Attempts.timedOut(), Attempts.interrupted())
                    .of(
                            pick("demo", "other"),
                            pick("a.example", "b.example", "c.example"),
                            pick("live", "vod"),
                            pick("s1", "s2", "s3"))
                    .about(pick(Topic.RECORDING_STARTED, Topic.RECORDING_OVER, Topic.STREAM_ENDED))
                    .configured(pick(Attempts.CONFIG, new NotifyConfigId("nc-2")));
            rows.add(RecordRow.of(attempts.event("e-" + position), times.get(), position));
        }
        return rows;
    }

    RecordsFilter filter() {
        Instant one = times.get();
        Instant other = times.get();
        boolean ordered = one.isBefore(other);
        return new RecordsFilter(
                random.nextBoolean() ? new AccountId("demo") : null,
                pick(Set.of(), Set.of("a.example"), Set.of("a.example", "b.example"), Set.of("b.example", "c.example")),
                oneIn(3) ? "live" : null,
                oneIn(4) ? "s2" : null,
                oneIn(4) ? "nc-2" : null,
                pick(Set.of(), Set.of(Topic.RECORDING_OVER), Set.of(Topic.RECORDING_OVER, Topic.STREAM_ENDED)),
                pick(Set.of(), Set.of(RecordStatus.FAILED), Set.of(RecordStatus.FAILED, RecordStatus.INTERRUPTED)),
                oneIn(2) ? ordered ? one : other : null,
                oneIn(2) ? ordered ? other : one : null);
    }

    static List<RecordRow> matching(List<RecordRow> rows, RecordsFilter filter) {
        return rows.stream()
                .filter(row -> holds(filter, row.record()))
                .sorted(Comparator.comparing((RecordRow row) -> row.key().value())
                        .reversed())
                .toList();
    }

    private static boolean holds(RecordsFilter filter, CallbackRecord record) {
        return holds(filter.account(), new AccountId(record.account()))
                && holdsOne(filter.domains(), record.domain())
                && holds(filter.app(), record.app())
                && holds(filter.stream(), record.stream())
                && holds(filter.configId(), record.configId())
                && holdsOne(filter.topics(), Topic.of(record.topic()))
                && holdsOne(filter.statuses(), record.status())
                && (filter.from() == null || !record.at().isBefore(filter.from()))
                && (filter.to() == null || record.at().isBefore(filter.to()));
    }

    private static boolean holds(@Nullable Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static <T> boolean holdsOne(Set<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
