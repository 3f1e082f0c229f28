package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsQuestion;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the callback attempts of an application's relay events, newest first. */
@Component
final class ListRtcMPUEventSubRecord extends Operation<CallbackRecords> {
    /** Not documented here; the sibling operation has it. */
    private static final int LAST_PAGE = 100_000;

    private final Clock clock;

    ListRtcMPUEventSubRecord(ObjectProvider<CallbackRecords> records, Clock clock) {
        super(Declaration.reading("ListRtcMPUEventSubRecord", Family.RELAYS, 100), records);
        this.clock = clock;
    }

    @Override
    Answer answer(Call call) {
        Parameters parameters = call.parameters();
        String appId = RelayForm.appId(call);
        Period period = parameters.period().within(clock.instant());
        int size = parameters.requiredNumber("PageSize", 1, 100);
        int page = parameters.requiredNumber("PageNo", 1, LAST_PAGE);
        RecordsQuestion question = new RecordsQuestion(
                call.account(),
                RecordsQuestion.ofApplication(appId),
                null,
                null,
                Set.of(),
                parameters.text("SubId").orElse(null),
                null,
                period.from(),
                period.to(),
                size,
                page);
        RecordsAnswer found = period.isEmpty() ? new RecordsAnswer(List.of(), 0) : port().find(question);
        return RelayRows.page(found, appId, size, page);
    }
}
