package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.stored.EventSerializer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackRecordTest {
    @Test
    void a_delivered_attempt_is_a_success() {
        CallbackRecord record = record(Attempts.delivered());

        assertThat(record.status()).isEqualTo(RecordStatus.SUCCESS);
        assertThat(record.httpStatus()).isEqualTo(200);
        assertThat(record.verdict()).isEqualTo("delivered");
        assertThat(record.url()).isEqualTo("https://customer.example/hook");
        assertThat(record.nextAttemptAt()).isNull();
        assertThat(record.failure()).isNull();
        assertThat(record.at()).isEqualTo(Attempts.NOON);
    }

    @Test
    void an_answer_that_is_no_success_is_failed_and_keeps_its_status() {
        CallbackRecord record = record(Attempts.delivered()
                .ending(
                        new Outcome.Responded(503, Map.of(), "", false, null),
                        new Verdict.RetryAt(Attempts.NOON.plusSeconds(1), "quick 1", 12)));

        assertThat(record.status()).isEqualTo(RecordStatus.FAILED);
        assertThat(record.httpStatus()).isEqualTo(503);
        assertThat(record.verdict()).isEqualTo("retry");
        assertThat(record.nextAttemptAt()).isEqualTo(Attempts.NOON.plusSeconds(1));
    }

    @Test
    void what_was_given_up_is_failed_and_abandoned() {
        CallbackRecord record = record(Attempts.delivered()
                .ending(
                        new Outcome.Responded(410, Map.of(), "", false, null),
                        new Verdict.Abandoned("endpoint answered 410 Gone")));

        assertThat(record.status()).isEqualTo(RecordStatus.FAILED);
        assertThat(record.verdict()).isEqualTo("abandoned");
    }

    @Test
    void an_interrupted_attempt_is_neither_success_nor_failure() {
        CallbackRecord record = record(Attempts.interrupted());

        assertThat(record.status()).isEqualTo(RecordStatus.INTERRUPTED);
        assertThat(record.url()).isNull();
        assertThat(record.httpStatus()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_has_the_name_it_has_in_the_stored_event(FailureClass failure) throws Exception {
        CallbackRecord record = record(
                Attempts.delivered().ending(new Outcome.Failed(failure, "why"), new Verdict.Abandoned("no more")));

        assertThat("\"" + record.failure() + "\"")
                .isEqualTo(EventSerializer.mapper().writeValueAsString(failure));
    }

    @Test
    void a_row_is_read_as_it_was_written() {
        for (Attempts attempts : new Attempts[] {Attempts.delivered(), Attempts.timedOut(), Attempts.interrupted()}) {
            RecordRow row = RecordRow.of(attempts.event("e-1"), Attempts.NOON, 42);

            assertThat(RecordRow.ofStored(row.stored())).isEqualTo(row);
        }
    }

    @Test
    void the_keys_that_signed_are_kept_in_the_row_newest_first() {
        CallbackAttempted signed = Attempts.delivered().signed("e-1", List.of("k2", "k1"));
        RecordRow row = RecordRow.of(signed, Attempts.NOON, 42);

        assertThat(row.record().signedBy()).containsExactly("k2", "k1");
        assertThat(RecordRow.ofStored(row.stored())).isEqualTo(row);
    }

    private static CallbackRecord record(Attempts attempts) {
        return CallbackRecord.of(attempts.event("e-1"), Attempts.NOON);
    }
}
