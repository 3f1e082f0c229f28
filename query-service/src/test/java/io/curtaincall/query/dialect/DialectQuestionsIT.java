package io.curtaincall.query.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.query.RunningQueryService;
import io.curtaincall.query.record.Attempts;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialectQuestionsIT {
    private static final RunningQueryService SERVICE = RunningQueryService.shared();
    private static final CallbackRecords RECORDS = SERVICE.bean(CallbackRecords.class);

    @Test
    void several_domains_and_none_named_are_filtered_by() {
        AccountId many = new AccountId("of-many-domains");
        for (int i = 0; i < 30; i++) {
            SERVICE.append(Attempts.delivered()
                    .of(many.value(), "d" + i + ".example", "live", "match")
                    .event("many-" + i, 1));
        }
        Set<String> twenty =
                IntStream.range(10, 30).mapToObj(i -> "d" + i + ".example").collect(Collectors.toSet());
        await().until(() -> RECORDS.find(about(many, Set.of())).total() == 30);
        assertThat(RECORDS.find(about(many, Set.of())).attempts())
                .extracting(Attempt::domain)
                .hasSize(30)
                .startsWith("d29.example", "d28.example");
        assertThat(RECORDS.find(about(many, Set.of("d3.example", "d7.example", "migrant.example")))
                        .attempts())
                .extracting(Attempt::domain)
                .containsExactly("d7.example", "d3.example");
        assertThat(RECORDS.find(about(many, twenty)).total()).isEqualTo(20);
        assertThat(RECORDS.find(about(many, twenty)).attempts())
                .extracting(Attempt::domain)
                .hasSize(20)
                .startsWith("d29.example", "d28.example")
                .endsWith("d11.example", "d10.example");
    }

    @Test
    void what_an_attempt_sent_is_told_where_it_is_not_what_was_planned() {
        AccountId signer = new AccountId("signer");
        SERVICE.append(DialectEvents.planned(signer, "signed"));
        Attempts attempts = Attempts.delivered().of("signer", "signed.example", "live", "match");
        SERVICE.append(attempts.sending("signed", 1, "{\"sign\":1}"));
        SERVICE.append(attempts.sending("signed", 2, "{\"sign\":2}"));
        SERVICE.append(attempts.event("signed", 3));
        RecordsQuestion all = about(signer, Set.of("signed.example"));
        await().until(() -> RECORDS.find(all).total() == 3);
        assertThat(RECORDS.find(all).attempts())
                .extracting(Attempt::requestBody)
                .containsExactly(DialectEvents.cloudEvent("signed"), "{\"sign\":2}", "{\"sign\":1}");
    }

    private static RecordsQuestion about(AccountId account, Set<String> domains) {
        return new RecordsQuestion(
                account,
                domains,
                null,
                null,
                Set.of(),
                null,
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2999-01-01T00:00:00Z"),
                100,
                1);
    }
}
