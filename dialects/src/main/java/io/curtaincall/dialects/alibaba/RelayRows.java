package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.alibaba.Answer.Items;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import java.util.Objects;

/** Words a page of relay callback records. */
final class RelayRows {
    /** What the status is when the receiver did not answer; clients read a number. */
    private static final int NO_STATUS = 0;

    private RelayRows() {}

    static Answer page(RecordsAnswer found, String appId, int size, int page) {
        return new Answer()
                .with("Count", found.attempts().size())
                .with("HasMore", (long) page * size < found.total())
                .with(
                        "Logs",
                        new Items(
                                "SubInfo",
                                found.attempts().stream()
                                        .map(attempt -> row(attempt, appId))
                                        .toList()));
    }

    private static Answer row(Attempt attempt, String appId) {
        return new Answer()
                .with("AppId", appId)
                .with("SubId", attempt.configId())
                .with("MsgId", AlibabaCallbackOfRelay.msgId(attempt.callbackId()))
                .with("Data", attempt.requestBody())
                .with("Time", Timestamps.format(attempt.at()))
                .with("Cost", attempt.totalMillis())
                .with("CallbackUrl", Objects.requireNonNullElse(attempt.url(), ""))
                .with("HTTPCode", String.valueOf(Objects.requireNonNullElse(attempt.status(), NO_STATUS)));
    }
}
