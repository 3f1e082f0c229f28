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
    private static final int LARGEST_PAGE = 100;

    /** The vendor names no last page; of this one the first record still has a number. */
    private static final int LAST_PAGE = Integer.MAX_VALUE / LARGEST_PAGE;

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
        int size = parameters.requiredNumber("PageSize", 1, LARGEST_PAGE);
        int page = parameters.requiredNumber("PageNo", 1, LAST_PAGE);
        RecordsQuestion question = new RecordsQuestion(
                call.account(),
                Set.of(RecordsQuestion.ofApplication(appId)),
                null,
                null,
                Set.of(),
                parameters.text("SubId").orElse(null),
                null,
                period.from(),
                period.to(),
                size,
                page);
        RecordsAnswer found =
                period.isEmpty() ? new RecordsAnswer(List.of(), 0) : port(call).find(question);
        return RelayRows.page(found, appId, size, page);
    }
}
