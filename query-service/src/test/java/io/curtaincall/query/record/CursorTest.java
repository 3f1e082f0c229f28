package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.query.page.Cursor;
import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorTest {
    private static final RecordKey KEY = RecordKey.of(Attempts.NOON, 4711);
    private static final RecordsFilter MINE = filter("mine", "a.example", null);

    @Test
    void a_cursor_gives_back_the_key_for_the_filter_it_was_made_for() {
        assertThat(Cursor.read(Cursor.after(KEY, MINE.fingerprint()), MINE.fingerprint()))
                .contains(KEY);
    }

    @ParameterizedTest
    @MethodSource
    void a_cursor_fits_no_other_filter(RecordsFilter other) {
        assertThat(Cursor.read(Cursor.after(KEY, MINE.fingerprint()), other.fingerprint()))
                .isEmpty();
    }

    static Stream<RecordsFilter> a_cursor_fits_no_other_filter() {
        return Stream.of(
                filter("other", "a.example", null),
                filter("mine", null, null),
                filter("mine", null, "a.example"),
                new RecordsFilter(null, Set.of("a.example"), null, null, null, Set.of(), Set.of(), null, null),
                mine("nc-1", Set.of(), Set.of()),
                mine(null, Set.of(Topic.RECORDING_OVER), Set.of()),
                mine(null, Set.of(), Set.of(RecordStatus.FAILED)),
                mine(null, Set.of(), Set.of(RecordStatus.FAILED, RecordStatus.INTERRUPTED)),
                MINE.within(Instant.EPOCH, null),
                MINE.within(null, Instant.EPOCH));
    }

    @Property
    void a_cursor_altered_in_any_place_is_refused(
            @ForAll @IntRange(max = 45) int place, @ForAll @CharRange(from = '!', to = '~') char instead) {
        String cursor = Cursor.after(KEY, MINE.fingerprint());
        String altered = cursor.substring(0, place) + instead + cursor.substring(place + 1);

        if (!altered.equals(cursor))
            assertThat(Cursor.read(altered, MINE.fingerprint())).isEmpty();
    }

    @Property
    void any_text_is_refused_without_failing(@ForAll String text) {
        assertThat(Cursor.read(text, MINE.fingerprint())).isEmpty();
    }

    private static RecordsFilter filter(String account, @Nullable String domain, @Nullable String app) {
        Set<String> domains = domain == null ? Set.of() : Set.of(domain);
        return new RecordsFilter(new AccountId(account), domains, app, null, null, Set.of(), Set.of(), null, null);
    }

    private static RecordsFilter mine(@Nullable String configId, Set<Topic> topics, Set<RecordStatus> statuses) {
        return new RecordsFilter(
                new AccountId("mine"), Set.of("a.example"), null, null, configId, topics, statuses, null, null);
    }
}
