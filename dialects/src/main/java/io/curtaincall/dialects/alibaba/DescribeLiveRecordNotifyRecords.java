package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsQuestion;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells a domain's callback attempts, newest first, whatever format the callbacks had. */
@Component
final class DescribeLiveRecordNotifyRecords extends Operation<CallbackRecords> {
    private final Clock clock;

    DescribeLiveRecordNotifyRecords(ObjectProvider<CallbackRecords> records, Clock clock) {
        super(Declaration.reading("DescribeLiveRecordNotifyRecords", Family.RECORDS, 100), records);
        this.clock = clock;
    }

    @Override
    Answer answer(Call call) {
        Parameters parameters = call.parameters();
        String domain = DomainName.of(parameters);
        Period period = parameters.period().within(clock.instant());
        int size = parameters.number("PageSize", 1, 500).orElse(20);
        int page = parameters.number("PageNumber", 1, 100_000).orElse(1);
        RecordsQuestion question = new RecordsQuestion(
                call.account(),
                Set.of(domain),
                parameters.text("AppName").orElse(null),
                parameters.text("StreamName").orElse(null),
                Set.of(),
                null,
                delivered(parameters),
                period.from(),
                period.to(),
                size,
                page);
        RecordsAnswer found =
                period.isEmpty() ? new RecordsAnswer(List.of(), 0) : port(call).find(question);
        return RecordRows.page(found, size, page);
    }

    private static @Nullable Boolean delivered(Parameters parameters) {
        return parameters
                .text("Status")
                .map(status -> switch (status) {
                    case RecordRows.SUCCESS -> true;
                    case RecordRows.FAILED -> false;
                    default -> throw parameters.invalid("Status", "must be success or failed");
                })
                .orElse(null);
    }
}
